using System.Collections.Immutable;
using ActorIL.Core.Experience;

namespace ActorIL.Training.Coordination;

/// <summary>Demonstrations as labelled observations.</summary>
internal static class DemonstrationLabels
{
    /// <summary>
    /// Every step's observation with the expert's action there, in order; final observations have no label.
    /// </summary>
    /// <param name="trajectories">At least one, all of the same sizes.</param>
    /// <exception cref="ArgumentException">The sizes differ.</exception>
    public static LabelledBatch Labelled(ImmutableArray<Trajectory> trajectories)
    {
        var observations = ImmutableArray.CreateBuilder<float>();
        var labels = ImmutableArray.CreateBuilder<float>();
        foreach (var trajectory in trajectories)
        {
            observations.AddRange(
                trajectory.Observations.AsSpan()[..(trajectory.StepCount * trajectory.ObservationSize)]
            );
            labels.AddRange(trajectory.Actions.AsSpan());
        }

        var first = trajectories[0];
        return new(first.ObservationSize, first.ActionSize, observations.ToImmutable(), labels.ToImmutable());
    }
}
