using ActorIL.Core.Prelude;

namespace ActorIL.Actors.Execution;

/// <summary>The body of an external outcome that a replay still has to look up.</summary>
/// <param name="Problem">Why it was not found; null before that was tried.</param>
internal sealed record AwaitedResult(Error? Problem);
