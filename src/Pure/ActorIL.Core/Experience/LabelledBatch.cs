using System.Collections.Immutable;
using ActorIL.Core.Fields;

namespace ActorIL.Core.Experience;

/// <summary>
/// Observations with the expert's action for each: what imitation learns from. Append-only and immutable.
/// </summary>
public sealed record LabelledBatch : IFields<LabelledBatch>
{
    /// <param name="observationSize">Floats an observation, ≥ 1.</param>
    /// <param name="actionSize">Floats a label, ≥ 1: the index for Discrete, the vector for Box.</param>
    /// <param name="observations">Shape [n, observationSize].</param>
    /// <param name="labels">Shape [n, actionSize]: the expert's mode, never a sample.</param>
    /// <exception cref="ArgumentException">The shapes disagree; the message shows both numbers.</exception>
    public LabelledBatch(
        int observationSize,
        int actionSize,
        ImmutableArray<float> observations,
        ImmutableArray<float> labels
    )
    {
        Shape.RequireSize("observation", observationSize);
        Shape.RequireSize("action", actionSize);
        Shape.Require("labels", labels.Length, labels.Length / actionSize, actionSize);
        Shape.Require("observations", observations.Length, labels.Length / actionSize, observationSize);
        (ObservationSize, ActionSize, Observations, Labels) = (observationSize, actionSize, observations, labels);
    }

    public static TypeName Name => new("labelled-batch", 1);

    public static ImmutableArray<int> Recomputed => [3];

    public int ObservationSize { get; }

    public int ActionSize { get; }

    /// <summary>Shape [n, <see cref="ObservationSize"/>].</summary>
    public ImmutableArray<float> Observations { get; }

    /// <summary>Shape [n, <see cref="ActionSize"/>].</summary>
    public ImmutableArray<float> Labels { get; }

    /// <summary>n.</summary>
    public int Count => Labels.Length / ActionSize;

    /// <summary>This batch followed by <paramref name="other"/>, which must have the same sizes.</summary>
    /// <exception cref="ArgumentException">The sizes differ.</exception>
    public LabelledBatch Append(LabelledBatch other)
    {
        if (other.ObservationSize != ObservationSize || other.ActionSize != ActionSize)
        {
            throw new ArgumentException(
                $"Sizes ({other.ObservationSize}, {other.ActionSize}) cannot be appended to "
                    + $"({ObservationSize}, {ActionSize})."
            );
        }

        return new(
            ObservationSize,
            ActionSize,
            Observations.AddRange(other.Observations),
            Labels.AddRange(other.Labels)
        );
    }

    /// <summary>The first <paramref name="count"/> rows.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="count"/> is negative, or more than there are.
    /// </exception>
    public LabelledBatch Take(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Count);
        return new(
            ObservationSize,
            ActionSize,
            Observations[..(count * ObservationSize)],
            Labels[..(count * ActionSize)]
        );
    }

    public static LabelledBatch Empty(int observationSize, int actionSize) => new(observationSize, actionSize, [], []);

    public static LabelledBatch Fields<TVisitor>(scoped ref TVisitor visitor, LabelledBatch? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var observationSize = value?.ObservationSize ?? 0;
        var actionSize = value?.ActionSize ?? 0;
        var observations = value?.Observations ?? [];
        var labels = value?.Labels ?? [];
        visitor.Field(1, "observation_size", ref observationSize);
        visitor.Field(2, "action_size", ref actionSize);
        visitor.Field(3, "observations", ref observations);
        visitor.Field(4, "labels", ref labels);
        return TVisitor.Rebuilds ? new(observationSize, actionSize, observations, labels) : value!;
    }
}
