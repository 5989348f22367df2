using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Core.Prelude;
using ActorIL.Core.Spaces;

namespace ActorIL.Algorithms.Aggrevate;

/// <summary>
/// The candidate actions of a space: all indices of a Discrete one, a grid of evenly spaced points of a bounded Box,
/// the bounds included. The last component varies fastest.
/// </summary>
public sealed record CandidateGrid
{
    /// <summary>Most candidates of a grid.</summary>
    public const int CountMax = 4_096;

    private CandidateGrid(Space actions, EquatableArray<int> points, int count) =>
        (Actions, Points, Count) = (actions, points, count);

    /// <summary>The space they are from.</summary>
    public Space Actions { get; }

    /// <summary>Points of each component of a Box, ≥ 2 each; empty for Discrete.</summary>
    public EquatableArray<int> Points { get; }

    /// <summary>How many there are.</summary>
    public int Count { get; }

    public bool IsDiscrete => Points.Count == 0;

    /// <summary>The candidates of a space, or why there are none.</summary>
    /// <param name="actions">Discrete, or a Box with finite bounds.</param>
    /// <param name="points">Points of each component of a Box; empty for Discrete.</param>
    public static Result<CandidateGrid, Error> Create(Space actions, EquatableArray<int> points) =>
        actions.Match(
            discrete: discrete =>
                points.Count == 0
                    ? Result.Success<CandidateGrid, Error>(new(actions, points, discrete.Count))
                    : Refuse(Text(points), $"an empty list: all of {actions} are tried", "Leave it out."),
            box: box => OfBox(box, points),
            product: _ => Refuse(actions.ToString(), "Discrete or Box actions", "Flatten them in the environment.")
        );

    /// <summary>All candidates, shape [<see cref="Count"/>, action size].</summary>
    public ImmutableArray<float> Actionable()
    {
        var all = new float[Count * Actions.Size];
        for (var candidate = 0; candidate < Count; candidate++)
        {
            var index = candidate;
            for (var component = Actions.Size - 1; component >= 0; component--)
            {
                var points = IsDiscrete ? Count : Points[component];
                all[(candidate * Actions.Size) + component] = Value(component, index % points);
                index /= points;
            }
        }

        return [.. all];
    }

    /// <summary>The value of a point of a component.</summary>
    /// <param name="component">From 0.</param>
    /// <param name="point">From 0.</param>
    public float Value(int component, int point) =>
        Actions.Match(
            discrete: _ => point,
            box: box => (float)(box.Low[component] + (point * Spacing(box, component))),
            product: _ => throw new InvalidOperationException("No grid has a product of spaces.")
        );

    /// <summary>Between two points of a component of a Box, in the action's unit.</summary>
    internal double Spacing(Space.Box box, int component) =>
        ((double)box.High[component] - box.Low[component]) / (Points[component] - 1);

    private static Result<CandidateGrid, Error> OfBox(Space.Box box, EquatableArray<int> points)
    {
        if (points.Count != box.Size || points.Any(static count => count < 2))
        {
            return Refuse(
                Text(points),
                $"{box.Size} numbers of at least 2, the points of each component of {box}",
                "Set one number a component, such as [9, 3]."
            );
        }

        if (box.Low.Any(static bound => !float.IsFinite(bound)) || box.High.Any(static bound => !float.IsFinite(bound)))
        {
            return Refuse(box.ToString(), "actions with finite bounds", "Bound them in the environment.");
        }

        var count = points.Aggregate(1L, static (product, next) => Math.Min(product * next, int.MaxValue));
        return count <= CountMax
            ? Result.Success<CandidateGrid, Error>(new(box, points, (int)count))
            : Refuse($"a grid of {count} candidates", $"at most {CountMax}", "Take fewer points.");
    }

    private static Result<CandidateGrid, Error> Refuse(string found, string wanted, string remedy) =>
        Result.Failure<CandidateGrid, Error>(new("candidates", found, wanted, remedy));

    private static string Text(EquatableArray<int> points) =>
        $"[{string.Join(", ", points.Select(static count => count.ToString(CultureInfo.InvariantCulture)))}]";
}
