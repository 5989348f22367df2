using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Bench.Growth;
using ActorIL.Reports.Figures;
using Figure = ActorIL.Reports.Figures.Figure;

namespace ActorIL.Cli.Benchmarks;

/// <summary>Throughput on the left and memory on the right, a row for each thing that grows.</summary>
internal static class GrowthFigure
{
    private const string Caption =
        "Trainings by PPO on CartPole-v1. Speed: environment steps a second until the last update, medians; bands from "
        + "the least to the most of the repetitions. Memory: most working set of the process beyond that before the "
        + "training, and managed memory in use after its last update; run length: at the end of each part.";

    public static Figure Draw(GrowthReport report) =>
        FigureSheet.Arrange(
            "growth",
            "Throughput and memory as trainings grow",
            Caption,
            columnCount: 2,
            [
                .. Row(
                    report,
                    GrowthDimension.Environments,
                    "environments",
                    new("environments", IsLogarithmic: true),
                    static point => point.EnvironmentCount
                ),
                .. Row(
                    report,
                    GrowthDimension.Width,
                    "width",
                    new("units of each hidden layer", IsLogarithmic: true),
                    static point => point.Width
                ),
                .. Row(
                    report,
                    GrowthDimension.RunLength,
                    "run length",
                    new("environment steps"),
                    static point => point.StepCount
                ),
            ]
        );

    private static ImmutableArray<Figure> Row(
        GrowthReport report,
        GrowthDimension dimension,
        string name,
        Axis horizontal,
        Func<GrowthPoint, double> along
    )
    {
        var rows = report.Rows.Where(row => row.Point.Dimension == dimension).ToImmutableArray();
        var isRatio = horizontal.IsLogarithmic;
        var speed = Curves(rows, "", 0, row => new(along(row.Point), row.StepsPerSecond, row.Least, row.Most));
        var memory = Curves(rows, "peak, ", 0, row => Point(along(row.Point), row.PeakMebibytes))
            .AddRange(Curves(rows, "heap, ", 2, row => Point(along(row.Point), row.HeapMebibytes)));
        return
        [
            Chart($"Steps a second, {name}", horizontal, new("steps/s", isRatio, HasZero: !isRatio), speed),
            Chart($"Memory, {name}", horizontal, new("MiB", isRatio, HasZero: !isRatio), memory),
        ];
    }

    private static Figure Chart(string title, Axis horizontal, Axis vertical, ImmutableArray<Curve> curves) =>
        LineDrawing.Draw(new("growth", title, "", horizontal, vertical, curves));

    /// <summary>One for each number of workers.</summary>
    private static ImmutableArray<Curve> Curves(
        ImmutableArray<GrowthRow> rows,
        string name,
        int ink,
        Func<GrowthRow, ChartPoint> point
    ) =>
        [
            .. rows.GroupBy(static row => row.Point.WorkerCount)
                .Select(group => new Curve(
                    string.Create(CultureInfo.InvariantCulture, $"{name}workers: {group.Key}"),
                    [.. group.Select(point)],
                    ink + group.Key - 1
                )),
        ];

    private static ChartPoint Point(double along, double value) => new(along, value, value, value);
}
