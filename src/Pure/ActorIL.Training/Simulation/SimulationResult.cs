using System.Collections.Immutable;
using ActorIL.Actors.Exploration;

namespace ActorIL.Training.Simulation;

/// <summary>What came of one simulation.</summary>
/// <param name="Scenario">What was simulated.</param>
/// <param name="Recorded">The same with its choices spelt out.</param>
/// <param name="Broken">What did not hold; nothing where all is well.</param>
/// <param name="IsCompleted">Whether the run came to its end, and was not ended by a failure.</param>
/// <param name="RoundCount">Rounds it took.</param>
/// <param name="DeliveryCount">Deliveries it took.</param>
/// <param name="MailboxMax">The most that waited for one actor.</param>
/// <param name="CrashCount">Injected crashes that struck.</param>
/// <param name="FailureCount">Injected failures that struck.</param>
internal sealed record SimulationResult(
    Scenario Scenario,
    Scenario Recorded,
    ImmutableArray<BrokenInvariant> Broken,
    bool IsCompleted,
    long RoundCount,
    long DeliveryCount,
    long MailboxMax,
    int CrashCount,
    int FailureCount
)
{
    public bool Holds => Broken.IsEmpty;

    /// <summary>Whether it breaks an invariant that another simulation breaks: what shrinking keeps.</summary>
    public bool BreaksLike(SimulationResult other) =>
        Broken.Any(broken => other.Broken.Any(theirs => theirs.Invariant == broken.Invariant));
}
