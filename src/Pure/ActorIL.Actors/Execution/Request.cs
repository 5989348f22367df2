using ActorIL.Actors.Addressing;

namespace ActorIL.Actors.Execution;

/// <summary>An ask or external operation without an outcome.</summary>
/// <param name="Number">Its number among the actor's own.</param>
/// <param name="Tag">The behaviour's name for its kind.</param>
/// <param name="Target">Who was asked; nobody for an external operation.</param>
/// <param name="IsClosed">
/// Whether its outcome came in the round at hand: another one of that round is a dead letter.
/// </param>
internal readonly record struct Request(long Number, int Tag, ActorId Target, bool IsClosed = false);
