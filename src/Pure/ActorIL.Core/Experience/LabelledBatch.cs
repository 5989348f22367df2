using System.Collections.Immutable;
using ActorIL.Core.Fields;

namespace ActorIL.Core.Experience;

/// <summary>
/// Observations with the expert's action for each: what imitation learns from. Append-only and immutable. For students
/// with a memory it also says what was done and where episodes start.
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
        (Actions, Starts, Labelled) = ([], [], []);
    }

    /// <param name="observationSize">Floats an observation, ≥ 1.</param>
    /// <param name="actionSize">Floats a label, ≥ 1: the index for Discrete, the vector for Box.</param>
    /// <param name="observations">Shape [n, observationSize], episode after episode.</param>
    /// <param name="labels">Shape [n, actionSize]; 0 in rows without a label.</param>
    /// <param name="actions">Shape [n, actionSize]: what was executed.</param>
    /// <param name="starts">Shape [n]: 1 where an episode starts, else 0; the first row starts one.</param>
    /// <param name="labelled">Shape [n]: 1 where there is a label, else 0.</param>
    /// <exception cref="ArgumentException">The shapes disagree; the message shows both numbers.</exception>
    public LabelledBatch(
        int observationSize,
        int actionSize,
        ImmutableArray<float> observations,
        ImmutableArray<float> labels,
        ImmutableArray<float> actions,
        ImmutableArray<byte> starts,
        ImmutableArray<byte> labelled
    )
        : this(observationSize, actionSize, observations, labels)
    {
        Shape.Require("actions", actions.Length, labels.Length / actionSize, actionSize);
        Shape.Require("starts", starts.Length, labels.Length / actionSize, columns: 1);
        Shape.Require("labelled", labelled.Length, labels.Length / actionSize, columns: 1);
        (Actions, Starts, Labelled) = (actions, starts, labelled);
    }

    public static TypeName Name => new("labelled-batch", 1);

    public static ImmutableArray<int> Recomputed => [3];

    public int ObservationSize { get; }

    public int ActionSize { get; }

    /// <summary>Shape [n, <see cref="ObservationSize"/>].</summary>
    public ImmutableArray<float> Observations { get; }

    /// <summary>Shape [n, <see cref="ActionSize"/>].</summary>
    public ImmutableArray<float> Labels { get; }

    /// <summary>What was executed, shape [n, <see cref="ActionSize"/>]; empty where it is not known.</summary>
    public ImmutableArray<float> Actions { get; }

    /// <summary>1 where an episode starts, shape [n]; empty where it is not known.</summary>
    public ImmutableArray<byte> Starts { get; }

    /// <summary>1 where there is a label, shape [n]; empty where there is one in every row.</summary>
    public ImmutableArray<byte> Labelled { get; }

    /// <summary>n.</summary>
    public int Count => Labels.Length / ActionSize;

    /// <summary>Whether episodes can be told apart and followed.</summary>
    public bool HasEpisodes => !Starts.IsEmpty;

    /// <summary>Rows with a label.</summary>
    public int LabelCount => Labelled.IsEmpty ? Count : Labelled.Count(static flag => flag != 0);

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

        var (observations, labels) = (Observations.AddRange(other.Observations), Labels.AddRange(other.Labels));
        if (Count > 0 && other.Count > 0 && HasEpisodes != other.HasEpisodes)
        {
            throw new ArgumentException("Rows with episodes cannot be appended to rows without.");
        }

        return HasEpisodes || other.HasEpisodes
            ? new(
                ObservationSize,
                ActionSize,
                observations,
                labels,
                Actions.AddRange(other.Actions),
                Starts.AddRange(other.Starts),
                Labelled.AddRange(other.Labelled)
            )
            : new(ObservationSize, ActionSize, observations, labels);
    }

    /// <summary>
    /// The last rows: at most <paramref name="countMax"/>, and whole episodes where they are known, the last one even
    /// if it is longer.
    /// </summary>
    /// <param name="countMax">≥ 0.</param>
    public LabelledBatch TakeLast(int countMax)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(countMax);
        var first = Math.Max(0, Count - countMax);
        if (!HasEpisodes || first == Count)
        {
            return Rows(first..Count);
        }

        var next = Starts.AsSpan()[first..].IndexOf((byte)1);
        return Rows((next >= 0 ? first + next : Starts.LastIndexOf(1))..Count);
    }

    /// <summary>The first <paramref name="count"/> rows.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="count"/> is negative, or more than there are.
    /// </exception>
    public LabelledBatch Take(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Count);
        return Rows(..count);
    }

    private LabelledBatch Rows(Range rows)
    {
        var (first, count) = rows.GetOffsetAndLength(Count);
        var observations = Observations.Slice(first * ObservationSize, count * ObservationSize);
        var labels = Labels.Slice(first * ActionSize, count * ActionSize);
        return HasEpisodes
            ? new(
                ObservationSize,
                ActionSize,
                observations,
                labels,
                Actions.Slice(first * ActionSize, count * ActionSize),
                Starts.Slice(first, count),
                Labelled.Slice(first, count)
            )
            : new(ObservationSize, ActionSize, observations, labels);
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
        var actions = value?.Actions ?? [];
        var starts = value?.Starts ?? [];
        var labelled = value?.Labelled ?? [];
        visitor.Field(5, "actions", ref actions);
        visitor.Field(6, "starts", ref starts);
        visitor.Field(7, "labelled", ref labelled);
        return !TVisitor.Rebuilds ? value!
            : starts.IsEmpty ? new(observationSize, actionSize, observations, labels)
            : new(observationSize, actionSize, observations, labels, actions, starts, labelled);
    }
}
