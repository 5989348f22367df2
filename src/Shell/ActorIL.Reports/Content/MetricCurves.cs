using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Reports.Figures;
using ActorIL.Storage.Files;
using ActorIL.Training.Reports;

namespace ActorIL.Reports.Content;

/// <summary>From rows of the metrics file to curves: several values at one place become a mean with a band.</summary>
public static class MetricCurves
{
    /// <summary>Curves of more points are drawn as means of neighbours.</summary>
    public const int PointCountMax = 240;

    private const string Labels = "labels";
    private const string Loss = "loss";

    /// <summary>
    /// The values of a metric of a stage with their places. A student's loss comes before the label count of its round
    /// is noted, so its place is the next one of its stage.
    /// </summary>
    public static ImmutableArray<(double X, double Y)> Values(ImmutableArray<MetricRow> rows, string stage, string name)
    {
        var values = ImmutableArray.CreateBuilder<(double, double)>();
        var waiting = new List<MetricRow>();
        foreach (var row in rows.Where(row => row.Stage == stage))
        {
            if (row.Name == Labels)
            {
                values.AddRange(waiting.Select(earlier => (row.Value, earlier.Value)));
                waiting.Clear();
            }

            if (row.Name == name && name == Loss)
            {
                waiting.Add(row);
            }
            else if (row.Name == name)
            {
                values.Add((row.Step, row.Value));
            }
        }

        return [.. values, .. waiting.Select(row => ((double)row.Step, row.Value))];
    }

    /// <summary>The points of a curve, and a sentence about how many values each one stands for.</summary>
    public static (ImmutableArray<ChartPoint> Points, string Text) Points(ImmutableArray<(double X, double Y)> values)
    {
        var groups = values
            .Where(value => double.IsFinite(value.Y))
            .GroupBy(value => value.X, value => value.Y)
            .OrderBy(group => group.Key)
            .Select(group => (X: group.Key, Values: group.ToImmutableArray()))
            .ToImmutableArray();
        var most = groups.Select(group => group.Values.Length).DefaultIfEmpty(0).Max();
        return groups.Length > PointCountMax ? Binned(groups)
            : most > 1
                ? (
                    [.. groups.Select(group => Mean(group.X, group.Values))],
                    Invariant($"Mean of up to n = {most} values a point; band: 95 % t-interval.")
                )
            : ([.. groups.Select(group => Single(group.X, group.Values[0]))], "n = 1 a point, so no band.");
    }

    private static (ImmutableArray<ChartPoint>, string) Binned(
        ImmutableArray<(double X, ImmutableArray<double> Values)> groups
    )
    {
        var size = (groups.Length + PointCountMax - 1) / PointCountMax;
        var points = groups
            .Chunk(size)
            .Select(chunk =>
            {
                var values = chunk.SelectMany(group => group.Values).ToImmutableArray();
                return new ChartPoint(chunk.Average(group => group.X), values.Average(), values.Min(), values.Max());
            });
        return (
            [.. points],
            Invariant($"n = 1 a place; drawn as means of {size} neighbours, band: smallest to largest.")
        );
    }

    private static ChartPoint Single(double x, double y) => new(x, y, y, y);

    private static ChartPoint Mean(double x, ImmutableArray<double> values)
    {
        var mean = values.Average();
        if (values.Length < 2)
        {
            return Single(x, mean);
        }

        var (low, high) = StudentInterval.Of(values.AsSpan());
        return new(x, mean, low, high);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
