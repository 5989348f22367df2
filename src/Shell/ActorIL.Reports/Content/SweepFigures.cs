using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Reports.Figures;
using ActorIL.Storage.Files;
using ActorIL.Training.Reports;

namespace ActorIL.Reports.Content;

/// <summary>What several seeds have in common.</summary>
public static class SweepFigures
{
    private const int CurveCountMax = 12;
    private const int NotReached = 5;

    /// <summary>Returns and failures of every stage; failures only where the environment judges.</summary>
    public static ImmutableArray<Figure> Results(SweepFacts facts)
    {
        var rows = facts.Rows;
        var returns = rows.Select(row => new Bar(
            row.Stage,
            row.Mean,
            row.Least,
            row.Most,
            ResultFigures.Ink(row.Group)
        ));
        var failures = rows.SelectMany(row =>
                row.Failures is { } rate
                    ? new[]
                    {
                        new Bar(
                            row.Stage,
                            100 * rate.Rate,
                            100 * rate.CiLow,
                            100 * rate.CiHigh,
                            ResultFigures.Ink(row.Group)
                        ),
                    }
                    : []
            )
            .ToImmutableArray();
        var seeds = string.Create(CultureInfo.InvariantCulture, $"{facts.Seeds.Length} seeds");
        ImmutableArray<Figure> bars =
        [
            BarDrawing.Draw(
                new(
                    "expert-and-students",
                    "Expert and students",
                    $"Mean over {seeds} of the mean return; whiskers: the least and the greatest seed.",
                    new Axis("mean return"),
                    [.. returns]
                )
            ),
        ];
        return failures.IsEmpty
            ? bars
            : bars.Add(
                BarDrawing.Draw(
                    new(
                        "failures",
                        "Failed episodes",
                        $"Share of the evaluation episodes of {seeds} together that failed; intervals: 95 % Wilson.",
                        new Axis("failed, %"),
                        failures
                    )
                )
            );
    }

    /// <summary>A chart of each validation and loss: medians over seeds, a curve for each stage.</summary>
    public static ImmutableArray<Figure> Learning(ImmutableArray<RunFacts> runs) =>
        [
            .. new[] { ("ppo", true), ("students", false) }.SelectMany(part =>
                MetricGlossary
                    .All.Where(meaning => IsCurve(meaning.Name))
                    .Select(meaning => Learning(runs, meaning, part.Item1, part.Item2))
                    .Where(figure => figure is not null)
                    .Select(figure => figure!)
            ),
        ];

    /// <summary>Labels to targets, a bar for each student; none without targets.</summary>
    public static ImmutableArray<Figure> Reach(ImmutableArray<ReachFacts> reaches) =>
        reaches.IsEmpty
            ? []
            :
            [
                BarDrawing.Draw(
                    new(
                        "labels-to-target",
                        "Expert labels needed",
                        $"Labels to {string.Join("; ", reaches.Select(reach => Where(reach)))}: where validation of "
                            + "a round first reached it. Median over seeds, whiskers: the least and the greatest. "
                            + "Uncoloured: not reached by half of the seeds, with all labels they used.",
                        new Axis("expert labels"),
                        [
                            .. reaches.SelectMany(
                                (reach, index) =>
                                    reach.Students.Select(student =>
                                        Reach(student, reaches.Length > 1 ? $"{Short(reach)}: " : "", index)
                                    )
                            ),
                        ]
                    )
                ),
            ];

    private static string Where(ReachFacts reach) => $"{Text(reach.Target)} ({reach.EnvironmentId})";

    private static string Short(ReachFacts reach) => reach.EnvironmentId.Split('-')[0];

    private static Bar Reach(LabelReach student, string prefix, int index) =>
        student.HasMedian
            ? new(
                prefix + student.Stage,
                student.Median,
                student.Labels[0],
                student.Labels.Length < student.SeedCount ? student.LabelsMax : student.Labels[^1],
                Ink: index % NotReached
            )
            : new(prefix + student.Stage, student.LabelsMax, student.LabelsMax, student.LabelsMax, NotReached);

    /// <summary>A target in words.</summary>
    public static string Text(LabelTarget target) =>
        target.IsFailure
            ? string.Create(CultureInfo.InvariantCulture, $"at most {100 * target.Value:0.##} % failures")
            : string.Create(CultureInfo.InvariantCulture, $"a return of {target.Value:0.##}");

    private static bool IsCurve(string name) =>
        name is "episode_return" or "validation_return" or "validation_failure" or "loss" or "disagreement";

    private static Figure? Learning(ImmutableArray<RunFacts> runs, MetricMeaning meaning, string prefix, bool isExpert)
    {
        var rows = runs.SelectMany(run => run.Metrics).Where(row => row.Name == meaning.Name);
        var stages = rows.Select(row => row.Stage)
            .Distinct()
            .Where(stage => VariantNames.IsExpertTraining(stage) == isExpert)
            .Order(StringComparer.Ordinal)
            .Where(stage => isExpert || HasRounds(runs, stage))
            .Take(CurveCountMax)
            .ToImmutableArray();
        return stages.IsEmpty
            ? null
            : LineDrawing.Draw(
                new(
                    $"{prefix}-{meaning.Name.Replace('_', '-')}",
                    meaning.Title,
                    "Median over seeds; band: the least and the greatest seed. Seeds are matched round by round, and a "
                        + "round stands at the median of its places.",
                    new Axis(isExpert ? "environment steps" : "expert labels"),
                    new Axis(meaning.Unit),
                    [.. stages.Select((stage, index) => new Curve(stage, Medians(runs, stage, meaning.Name), index))]
                )
            );
    }

    private static bool HasRounds(ImmutableArray<RunFacts> runs, string stage) =>
        runs.Any(run => run.Metrics.Count(row => row.Stage == stage && row.Name == "labels") > 1);

    /// <summary>The n-th values of all seeds make one point, as label counts differ between seeds.</summary>
    private static ImmutableArray<ChartPoint> Medians(ImmutableArray<RunFacts> runs, string stage, string name)
    {
        var curves = runs.Select(run => Places(run.Metrics, stage, name)).Where(curve => !curve.IsEmpty).ToList();
        return
        [
            .. Enumerable
                .Range(0, curves.Min(curve => curve.Length))
                .Select(index => curves.Select(curve => curve[index]).ToImmutableArray())
                .Select(values => new ChartPoint(
                    Median([.. values.Select(value => value.X)]),
                    Median([.. values.Select(value => value.Y)]),
                    values.Min(value => value.Y),
                    values.Max(value => value.Y)
                )),
        ];
    }

    /// <summary>By ascending place, several values at one place in one.</summary>
    private static ImmutableArray<(double X, double Y)> Places(
        ImmutableArray<MetricRow> rows,
        string stage,
        string name
    ) =>
        [
            .. MetricCurves
                .Values(rows, stage, name)
                .Where(value => double.IsFinite(value.Y))
                .GroupBy(value => value.X, value => value.Y)
                .OrderBy(group => group.Key)
                .Select(group => (group.Key, group.Average())),
        ];

    private static double Median(ImmutableArray<double> values)
    {
        var sorted = values.Sort();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
