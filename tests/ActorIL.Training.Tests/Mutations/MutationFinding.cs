using ActorIL.Actors.Traces;
using ActorIL.Storage.Traces;

namespace ActorIL.Training.Tests.Mutations;

/// <summary>What the comparison of a run with its trace found.</summary>
/// <param name="Divergence">The first difference.</param>
/// <param name="Cause">The delivery whose step sent the message that differs; null where it is not known.</param>
internal sealed record MutationFinding(TraceDivergence Divergence, DeliveryRecord? Cause)
{
    /// <summary>Who sent the first message that differs.</summary>
    public string Sender => (Divergence.Recorded ?? Divergence.Recomputed)?.FromPath ?? "";
}
