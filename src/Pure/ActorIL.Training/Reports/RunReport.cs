using System.Collections.Immutable;
using ActorIL.Core.Hashing;

namespace ActorIL.Training.Reports;

/// <summary>What a run came to. A run that was stopped has the stages it had finished.</summary>
/// <param name="IsComplete">Whether every stage of the plan is here.</param>
/// <param name="Stages">Evaluated stages, in the plan's order.</param>
/// <param name="Policies">Trained policies, in the plan's order.</param>
/// <param name="EnvironmentStepCount">Environment steps of training data, each counted once.</param>
/// <param name="WeightsDigest">Over the parameters of all policies.</param>
/// <param name="ResultDigest">
/// Over parameters, evaluations and label counts: equal for any schedule of deliveries.
/// </param>
public sealed record RunReport(
    bool IsComplete,
    ImmutableArray<StageReport> Stages,
    ImmutableArray<NamedPolicy> Policies,
    long EnvironmentStepCount,
    HashChain WeightsDigest,
    HashChain ResultDigest
)
{
    /// <summary>The digest of the run: every application delivery in order, then the weights.</summary>
    /// <param name="deliveries">The host's chain after the last round.</param>
    public HashChain Digest(HashChain deliveries) => deliveries.Append(WeightsDigest.Value);
}
