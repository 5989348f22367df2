using System.Collections.Immutable;

namespace ActorIL.Environments.Stepping;

/// <summary>What forks of an episode cost.</summary>
/// <param name="OwnActions">The policy's own action in each forked state, shape [n, action size].</param>
/// <param name="Costs">
/// Minus the undiscounted rewards from the fork to the end, shape [n, K + 1]: the candidates in order, then the
/// policy's own action; the mean over rollouts.
/// </param>
/// <param name="PolicyStepCount">Steps that the policy drove: all but the first of every fork.</param>
/// <param name="StepCountMax">Steps of the longest fork.</param>
public sealed record ForkResults(
    ImmutableArray<float> OwnActions,
    ImmutableArray<double> Costs,
    long PolicyStepCount,
    int StepCountMax
);
