using System.Collections.Immutable;
using ActorIL.Core.Experience;

namespace ActorIL.Training.Visits;

/// <summary>Whole episodes one after the other, as the rollout of a single environment.</summary>
internal static class EpisodeRollout
{
    /// <param name="trajectories">At least one, all of the same sizes; an unfinished one counts as truncated.</param>
    public static Rollout Of(ImmutableArray<Trajectory> trajectories)
    {
        var (observationSize, actionSize) = (trajectories[0].ObservationSize, trajectories[0].ActionSize);
        var observations = ImmutableArray.CreateBuilder<float>();
        var actions = ImmutableArray.CreateBuilder<float>();
        var rewards = ImmutableArray.CreateBuilder<float>();
        var endings = ImmutableArray.CreateBuilder<byte>();
        var finals = ImmutableArray.CreateBuilder<float>();
        foreach (var trajectory in trajectories)
        {
            var final = trajectory.StepCount * observationSize;
            var ending = trajectory.Ending == Ending.Terminated ? Ending.Terminated : Ending.Truncated;
            observations.AddRange(trajectory.Observations.AsSpan()[..final]);
            actions.AddRange(trajectory.Actions.AsSpan());
            rewards.AddRange(trajectory.Rewards.Select(static reward => (float)reward));
            endings.AddRange(Enumerable.Repeat((byte)Ending.None, trajectory.StepCount - 1));
            endings.Add((byte)ending);
            if (ending == Ending.Truncated)
            {
                finals.AddRange(trajectory.Observations.AsSpan()[final..]);
            }
        }

        return new(
            environmentCount: 1,
            observationSize,
            actionSize,
            observations.ToImmutable(),
            actions.ToImmutable(),
            rewards.ToImmutable(),
            endings.ToImmutable(),
            finals.ToImmutable(),
            trajectories[^1].Observations[^observationSize..]
        );
    }
}
