using System.Collections.Immutable;
using ActorIL.Algorithms.Policies;
using ActorIL.Core.Experience;
using ActorIL.Core.Prelude;
using ActorIL.Core.Spaces;

namespace ActorIL.Algorithms.Gail;

/// <summary>
/// What the discriminator sees of a step: that of <see cref="StepFeatures"/>, and an absorbing state if there is one.
/// </summary>
/// <remarks>
/// With an absorbing state, observations end in its indicator. There all other features are 0, the action's too,
/// because it does nothing.
/// </remarks>
/// <param name="Step">Observation and action.</param>
/// <param name="HasAbsorbingState">
/// Whether the last component of an observation is the indicator of the absorbing state.
/// </param>
public sealed record GailFeatures(StepFeatures Step, bool HasAbsorbingState)
{
    /// <summary>Floats an observation, the indicator included.</summary>
    public int ObservationSize => Step.ObservationSize;

    /// <summary>Floats a step.</summary>
    public int Count => Step.Count;

    /// <summary>The features for these spaces, or why there are none.</summary>
    /// <param name="observations">Of the environment the generator is trained in.</param>
    /// <param name="actions">Discrete or Box.</param>
    /// <param name="hasAbsorbingState">Whether observations end in the indicator.</param>
    public static Result<GailFeatures, Error> Create(Space observations, Space actions, bool hasAbsorbingState) =>
        StepFeatures.Create(observations, actions).Map(step => new GailFeatures(step, hasAbsorbingState));

    /// <summary>Of every step of a rollout.</summary>
    /// <returns>Shape [T × N, features].</returns>
    /// <exception cref="ArgumentException">The sizes disagree.</exception>
    public float[] Of(Rollout rollout)
    {
        RequireSize(rollout.ObservationSize, ObservationSize);
        var features = new float[rollout.Count * Count];
        for (var row = 0; row < rollout.Count; row++)
        {
            Write(
                rollout.Observations.AsSpan().Slice(row * ObservationSize, ObservationSize),
                rollout.Actions.AsSpan().Slice(row * rollout.ActionSize, rollout.ActionSize),
                features.AsSpan(row * Count, Count)
            );
        }

        return features;
    }

    /// <summary>
    /// Of every step of demonstrations in the environment itself. With an absorbing state, one that terminated goes on
    /// in it until the horizon.
    /// </summary>
    /// <param name="demonstrations">Of the environment without the indicator.</param>
    /// <param name="horizon">Steps of every training episode; unused without an absorbing state.</param>
    /// <returns>Shape [n, features].</returns>
    /// <exception cref="ArgumentException">The sizes disagree.</exception>
    public ImmutableArray<float> Of(ImmutableArray<Trajectory> demonstrations, int horizon)
    {
        var features = ImmutableArray.CreateBuilder<float>();
        var observation = new float[ObservationSize];
        var row = new float[Count];
        foreach (var trajectory in demonstrations)
        {
            var size = trajectory.ObservationSize;
            RequireSize(size + (HasAbsorbingState ? 1 : 0), ObservationSize);
            var stepCount = HasAbsorbingState ? Math.Min(trajectory.StepCount, horizon) : trajectory.StepCount;
            for (var step = 0; step < stepCount; step++)
            {
                trajectory.Observations.AsSpan().Slice(step * size, size).CopyTo(observation);
                Write(
                    observation,
                    trajectory.Actions.AsSpan().Slice(step * trajectory.ActionSize, trajectory.ActionSize),
                    row
                );
                features.AddRange(row);
            }

            var absorbed = HasAbsorbingState && trajectory.Ending == Ending.Terminated ? horizon - stepCount : 0;
            for (var step = 0; step < absorbed; step++)
            {
                Array.Clear(row);
                row[ObservationSize - 1] = 1;
                features.AddRange(row);
            }
        }

        return features.ToImmutable();
    }

    private void Write(ReadOnlySpan<float> observation, ReadOnlySpan<float> action, Span<float> features)
    {
        if (HasAbsorbingState && observation[^1] > 0)
        {
            observation.CopyTo(features);
            features[ObservationSize..].Clear();
            return;
        }

        Step.Write(observation, action, features);
    }

    private static void RequireSize(int found, int wanted)
    {
        if (found != wanted)
        {
            throw new ArgumentException($"Observations have {found} components, the discriminator wants {wanted}.");
        }
    }
}
