using System.Collections.Immutable;

namespace ActorIL.Actors.Driving;

/// <summary>What came of one step that was run outside of its system.</summary>
/// <param name="Failure">What it threw; empty for nothing.</param>
/// <param name="Sent">What it sent, in order.</param>
internal sealed record DrivenStep(string Failure, ImmutableArray<SentMessage> Sent);
