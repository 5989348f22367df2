using System.Collections.Immutable;
using ActorIL.Algorithms.Policies;
using ActorIL.Core.Experience;
using ActorIL.Core.Spaces;
using ActorIL.Environments;
using ActorIL.Training.Policies;

namespace ActorIL.Cli.Datasets;

/// <summary>The means a policy gave before they were clipped: a row has the same bits whatever batch it is in.</summary>
internal static class PolicyMeans
{
    /// <summary>For each trajectory the means of its steps, shape [T, action size]; null where there are none.</summary>
    public static ImmutableArray<ImmutableArray<float>>? Of(
        EnvironmentEntry environment,
        PolicySource source,
        ImmutableArray<Trajectory> trajectories
    ) =>
        IsBox(environment.Module.Actions)
            ? source.Match(
                trained: trained =>
                    NetworkPolicy
                        .Create(environment.Module.Observations, environment.Module.Actions, trained.Snapshot)
                        .Match<NetworkPolicy?>(policy => policy, _ => null),
                controller: _ => null
            )
                is { } policy
                ? [.. trajectories.Select(trajectory => Of(policy, trajectory))]
                : null
            : null;

    private static ImmutableArray<float> Of(NetworkPolicy policy, Trajectory trajectory)
    {
        var count = trajectory.StepCount;
        var observations = trajectory.Observations.AsSpan()[..(count * trajectory.ObservationSize)];
        return [.. policy.HeadOutput(observations, count, new float[policy.WorkspaceSize(count)])];
    }

    private static bool IsBox(Space space) => space.Match(discrete: _ => false, box: _ => true, product: _ => false);
}
