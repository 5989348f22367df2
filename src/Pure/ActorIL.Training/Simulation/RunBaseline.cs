using System.Collections.Immutable;
using ActorIL.Actors.Exploration;
using ActorIL.Core.Hashing;

namespace ActorIL.Training.Simulation;

/// <summary>The run without faults, in the order of its keys: what every simulation of it is held against.</summary>
/// <param name="Digest">Of deliveries and weights.</param>
/// <param name="ResultDigest">Of weights, evaluations and label counts.</param>
/// <param name="RoundCount">Its rounds.</param>
/// <param name="RoundCountOneByOne">Its rounds when each takes one envelope, as explored runs do.</param>
/// <param name="ChoiceCount">How often such a run has a choice, at least 1.</param>
/// <param name="Targets">Its actors.</param>
/// <param name="MailboxCountMax">The most any mailbox may hold in a simulation.</param>
internal sealed record RunBaseline(
    HashChain Digest,
    HashChain ResultDigest,
    long RoundCount,
    long RoundCountOneByOne,
    int ChoiceCount,
    ImmutableArray<FaultTarget> Targets,
    long MailboxCountMax
)
{
    /// <summary>Whether any actor performs anything outside, so that results can be late or come twice.</summary>
    public bool HasOperations => Targets.Any(target => target.OperationCount > 0);
}
