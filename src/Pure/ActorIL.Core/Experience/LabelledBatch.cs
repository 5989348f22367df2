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

    public static ImmutableArray<int> Recomputed => [3, 8];

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

    /// <summary>
    /// What each of K candidate actions costs from there on, shape [n, K]; empty where nobody tried. Learning from
    /// costs is what they are for.
    /// </summary>
    public ImmutableArray<float> Costs { get; private init; } = [];

    /// <summary>K, 0 where there are no costs.</summary>
    public int CostCount => Count == 0 ? 0 : Costs.Length / Count;

    /// <summary>n.</summary>
    public int Count => Labels.Length / ActionSize;

    /// <summary>Whether episodes can be told apart and followed.</summary>
    public bool HasEpisodes => !Starts.IsEmpty;

    /// <summary>Rows with a label.</summary>
    public int LabelCount => Labelled.IsEmpty ? Count : Labelled.Count(static flag => flag != 0);

    /// <summary>The same rows with what candidates cost in each.</summary>
    /// <param name="costs">Shape [n, K], K ≥ 1, or empty.</param>
    /// <exception cref="ArgumentException">The costs are no whole number a row.</exception>
    public LabelledBatch WithCosts(ImmutableArray<float> costs)
    {
        Shape.Require("costs", costs.Length, Count, Count == 0 ? 0 : costs.Length / Count);
        return this with { Costs = costs };
    }

    /// <summary>This batch followed by <paramref name="other"/>, which must have the same sizes.</summary>
    /// <exception cref="ArgumentException">The sizes differ, or only one of them has costs.</exception>
    public LabelledBatch Append(LabelledBatch other)
    {
        if (Count > 0 && other.Count > 0 && CostCount != other.CostCount)
        {
            throw new ArgumentException($"Rows of {other.CostCount} costs cannot follow rows of {CostCount}.");
        }

        return AppendRows(other).WithCosts(Costs.AddRange(other.Costs));
    }

    private LabelledBatch AppendRows(LabelledBatch other)
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
        return RowsAlone(first, count).WithCosts(Costs.Slice(first * CostCount, count * CostCount));
    }

    private LabelledBatch RowsAlone(int first, int count)
    {
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
        var costs = value?.Costs ?? [];
        visitor.Field(8, "costs", ref costs);
        if (!TVisitor.Rebuilds)
        {
            return value!;
        }

        LabelledBatch rows = starts.IsEmpty
            ? new(observationSize, actionSize, observations, labels)
            : new(observationSize, actionSize, observations, labels, actions, starts, labelled);
        return rows.WithCosts(costs);
    }
}
