using ActorIL.Core.Experience;
using ActorIL.Core.Prelude;
using ActorIL.Core.Spaces;

namespace ActorIL.Algorithms.Policies;

/// <summary>
/// What a network sees of a step: [observation, action], discrete actions one-hot, continuous ones as they are
/// executed, clipped to their space.
/// </summary>
public sealed record StepFeatures
{
    private StepFeatures(Space actions, int observationSize, int actionFeatureCount) =>
        (Actions, ObservationSize, ActionFeatureCount) = (actions, observationSize, actionFeatureCount);

    public Space Actions { get; }

    /// <summary>Floats an observation.</summary>
    public int ObservationSize { get; }

    public int ActionFeatureCount { get; }

    /// <summary>Floats a step.</summary>
    public int Count => ObservationSize + ActionFeatureCount;

    /// <summary>Whether actions are one-hot.</summary>
    public bool IsDiscrete => Actions.Match(_ => true, _ => false, _ => false);

    /// <summary>The features for these spaces, or why there are none.</summary>
    /// <param name="observations">Any space; its elements are taken as they are.</param>
    /// <param name="actions">Discrete or Box.</param>
    public static Result<StepFeatures, Error> Create(Space observations, Space actions)
    {
        var count = actions.Match(discrete => discrete.Count, box => box.Size, _ => 0);
        return count == 0
            ? Result.Failure<StepFeatures, Error>(
                new(
                    "action space",
                    actions.ToString(),
                    "Discrete or Box",
                    "Flatten a product space in the environment."
                )
            )
            : Result.Success<StepFeatures, Error>(new(actions, observations.Size, count));
    }

    /// <summary>Of one step.</summary>
    /// <param name="observation">Shape [observation size].</param>
    /// <param name="action">Shape [action size]; of a Box, beyond its bounds too.</param>
    /// <param name="features">Written, shape [<see cref="Count"/>].</param>
    /// <exception cref="ArgumentException">The sizes disagree, or there is no such discrete action.</exception>
    public void Write(ReadOnlySpan<float> observation, ReadOnlySpan<float> action, Span<float> features)
    {
        Shape.Require("observation", observation.Length, 1, ObservationSize);
        Shape.Require("action", action.Length, 1, Actions.Size);
        Shape.Require("features", features.Length, 1, Count);
        observation.CopyTo(features);
        var own = features[ObservationSize..];
        if (!IsDiscrete)
        {
            action.CopyTo(own);
            ActionClipping.Clip(Actions, own);
            return;
        }

        if (!Actions.Contains(action))
        {
            throw new ArgumentException($"Action {action[0]} is not in {Actions}.");
        }

        own.Clear();
        own[(int)action[0]] = 1;
    }

    /// <summary>Of many steps.</summary>
    /// <param name="observations">Shape [n, observation size].</param>
    /// <param name="actions">Shape [n, action size].</param>
    /// <returns>Shape [n, features].</returns>
    /// <exception cref="ArgumentException">The sizes disagree, or there is no such discrete action.</exception>
    public float[] Of(ReadOnlySpan<float> observations, ReadOnlySpan<float> actions)
    {
        var count = actions.Length / Actions.Size;
        Shape.Require("actions", actions.Length, count, Actions.Size);
        Shape.Require("observations", observations.Length, count, ObservationSize);
        var features = new float[count * Count];
        for (var row = 0; row < count; row++)
        {
            Write(
                observations.Slice(row * ObservationSize, ObservationSize),
                actions.Slice(row * Actions.Size, Actions.Size),
                features.AsSpan(row * Count, Count)
            );
        }

        return features;
    }
}
