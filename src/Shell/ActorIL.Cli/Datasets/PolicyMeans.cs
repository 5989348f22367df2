using System.Collections.Immutable;
using ActorIL.Algorithms.Policies;
using ActorIL.Core.Experience;
using ActorIL.Environments;
using ActorIL.Training.Policies;

namespace ActorIL.Cli.Datasets;

/// <summary>
/// The means a policy gave before they were clipped: a row has the same bits whatever batch it is in.
/// </summary>
internal static class PolicyMeans
{
    /// <summary>
    /// For each trajectory the means of its steps, shape [T, action size]; null where there are none.
    /// </summary>
    public static ImmutableArray<ImmutableArray<float>>? Of(
        EnvironmentEntry environment,
        PolicySource source,
        ImmutableArray<Trajectory> trajectories
    )
    {
        var isBox = environment.Module.Actions.Match(discrete: _ => false, box: _ => true, product: _ => false);
        var policy = isBox ? Network(environment, source) : null;
        return policy is null ? null : [.. trajectories.Select(trajectory => Of(policy, trajectory))];
    }

    private static NetworkPolicy? Network(EnvironmentEntry environment, PolicySource source) =>
        source.Match<NetworkPolicy?>(
            trained: trained =>
                NetworkPolicy
                    .Create(environment.Module.Observations, environment.Module.Actions, trained.Snapshot)
                    .Match<NetworkPolicy?>(policy => policy, _ => null),
            controller: _ => null,
            ensemble: _ => null
        );

    private static ImmutableArray<float> Of(NetworkPolicy policy, Trajectory trajectory) =>
        policy.MemorySize > 0 ? OneByOne(policy, trajectory) : AtOnce(policy, trajectory);

    private static ImmutableArray<float> AtOnce(NetworkPolicy policy, Trajectory trajectory)
    {
        var count = trajectory.StepCount;
        var observations = trajectory.Observations.AsSpan()[..(count * trajectory.ObservationSize)];
        return [.. policy.HeadOutput(observations, count, [], new float[policy.WorkspaceSize(count)])];
    }

    // A policy that remembers goes through the episode as it did when it drove.
    private static ImmutableArray<float> OneByOne(NetworkPolicy policy, Trajectory trajectory)
    {
        var (memory, workspace) = (new float[policy.MemorySize], new float[policy.WorkspaceSize(1)]);
        var means = ImmutableArray.CreateBuilder<float>(trajectory.Actions.Length);
        var (size, actionSize) = (trajectory.ObservationSize, trajectory.ActionSize);
        for (var step = 0; step < trajectory.StepCount; step++)
        {
            var observation = trajectory.Observations.AsSpan(step * size, size);
            means.AddRange(policy.HeadOutput(observation, 1, memory, workspace));
            policy.Remember(trajectory.Actions.AsSpan(step * actionSize, actionSize), 1, memory);
        }

        return means.ToImmutable();
    }
}
