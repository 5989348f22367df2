using System.Collections.Immutable;
using ActorIL.Core.Experience;
using ActorIL.Core.Randomness;

namespace ActorIL.Storage.Datasets;

/// <summary>An episode of a data set, or the part of one that was kept. What is unknown is empty.</summary>
public sealed record DatasetEpisode
{
    /// <summary>Shape [T, observation size].</summary>
    public required ImmutableArray<float> Observations { get; init; }

    /// <summary>Shape [T, action size]: as executed, within the action space.</summary>
    public required ImmutableArray<float> Actions { get; init; }

    /// <summary>Shape [T, action size], before clipping.</summary>
    public ImmutableArray<float> Means { get; init; } = [];

    /// <summary>Shape [T].</summary>
    public ImmutableArray<double> Rewards { get; init; } = [];

    /// <summary>How its last step ended it; None for a part of an episode.</summary>
    public Ending Ending { get; init; }

    /// <summary>Shape [observation size]: what the last action led to.</summary>
    public ImmutableArray<float> FinalObservation { get; init; } = [];

    /// <summary>Its start state and its noise derive from this alone.</summary>
    public RngKey Key { get; init; }

    /// <summary>The index of its source in the sidecar.</summary>
    public int Source { get; init; }

    /// <summary>An episode that was recorded whole or from its beginning.</summary>
    /// <param name="trajectory">What happened.</param>
    /// <param name="means">The policy's means, shape [T, action size]; empty for none.</param>
    /// <param name="key">The key it started from.</param>
    public static DatasetEpisode Of(Trajectory trajectory, ImmutableArray<float> means, RngKey key)
    {
        var border = trajectory.StepCount * trajectory.ObservationSize;
        return new()
        {
            Observations = trajectory.Observations[..border],
            Actions = trajectory.Actions,
            Means = means,
            Rewards = trajectory.Rewards,
            Ending = trajectory.Ending,
            FinalObservation = trajectory.Observations[border..],
            Key = key,
        };
    }

    /// <summary>Whether the same happened in both, bit for bit, wherever they come from.</summary>
    public bool HasSameSteps(DatasetEpisode other) =>
        SameBits.Of(Observations.AsSpan(), other.Observations.AsSpan())
        && SameBits.Of(Actions.AsSpan(), other.Actions.AsSpan())
        && SameBits.Of(Rewards.AsSpan(), other.Rewards.AsSpan());
}
