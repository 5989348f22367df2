using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Reports.Figures;

namespace ActorIL.Reports.Content;

/// <summary>What a run found: expert against students, and returns against labels.</summary>
public static class ResultFigures
{
    private const string Return = "mean return";

    private static readonly ImmutableArray<int> OwnInks = [3, 0, 9, 6, 7, 8, 10];

    /// <summary>A bar for every stage.</summary>
    public static Figure Bars(ImmutableArray<StageFacts> stages) =>
        BarDrawing.Draw(
            new(
                "expert-and-students",
                "Expert and students",
                $"Mean return of {Episodes(stages)} evaluation episodes; intervals: 95 % bootstrap over start states. "
                    + "Colours: expert, clones of first steps, clones of full episodes, DAgger, own students.",
                new Axis(Return),
                [
                    .. stages.Select(stage => new Bar(
                        stage.Name,
                        stage.Mean,
                        stage.CiLow,
                        stage.CiHigh,
                        Ink(stage.Group)
                    )),
                ]
            )
        );

    /// <summary>A bar for the failures of every stage; none where the environment does not judge.</summary>
    public static ImmutableArray<Figure> Failures(ImmutableArray<StageFacts> stages)
    {
        var bars = stages
            .Where(stage => stage.Failure is not null)
            .Select(stage => new Bar(
                stage.Name,
                100 * stage.Failure!.Rate,
                100 * stage.Failure.CiLow,
                100 * stage.Failure.CiHigh,
                Ink(stage.Group)
            ))
            .ToImmutableArray();
        return bars.IsEmpty
            ? []
            :
            [
                BarDrawing.Draw(
                    new(
                        "failures",
                        "Failed episodes",
                        $"Share of {Episodes(stages)} evaluation episodes that failed; intervals: 95 % Wilson.",
                        new Axis("failed, %"),
                        bars
                    )
                ),
            ];
    }

    /// <summary>Returns against labels on a logarithmic axis, the expert as a level; none without students.</summary>
    public static ImmutableArray<Figure> Efficiency(ImmutableArray<StageFacts> stages)
    {
        var curves = ImmutableArray.CreateBuilder<Curve>();
        if (stages.LastOrDefault(stage => stage.Group == StageGroup.Expert) is { } expert)
        {
            curves.Add(new("expert", [At(stages.Max(stage => stage.LabelCount), expert)], 0, IsReference: true));
        }

        AddCurve(curves, stages, StageGroup.FirstSteps, "BC, first steps");
        AddCurve(curves, stages, StageGroup.FullEpisodes, "BC, full episodes");
        AddCurve(curves, stages, StageGroup.Dagger, "DAgger");
        var own = stages.Where(stage => stage.Group == StageGroup.Own && !stage.IsLastRound && stage.LabelCount > 0);
        foreach (var (index, stage) in own.Index())
        {
            curves.Add(new(stage.Name, [At(stage.LabelCount, stage)], OwnInks[index % OwnInks.Length]));
        }

        return curves.All(static curve => curve.IsReference)
            ? []
            :
            [
                LineDrawing.Draw(
                    new(
                        "label-efficiency",
                        "Label efficiency",
                        $"Mean return of {Episodes(stages)} evaluation episodes against the expert labels learnt from; "
                            + "bands: 95 % bootstrap interval over start states. Students are the ones selected on "
                            + "validation.",
                        new Axis("expert labels", IsLogarithmic: true),
                        new Axis(Return),
                        curves.ToImmutable()
                    )
                ),
            ];
    }

    private static void AddCurve(
        ImmutableArray<Curve>.Builder curves,
        ImmutableArray<StageFacts> stages,
        StageGroup group,
        string name
    )
    {
        var points = stages
            .Where(stage => stage.Group == group && !stage.IsLastRound)
            .OrderBy(stage => stage.LabelCount)
            .Select(stage => At(stage.LabelCount, stage))
            .ToImmutableArray();
        if (!points.IsEmpty)
        {
            curves.Add(new(name, points, Ink(group)));
        }
    }

    private static ChartPoint At(long labelCount, StageFacts stage) =>
        new(labelCount, stage.Mean, stage.CiLow, stage.CiHigh);

    /// <summary>The colour of a kind of stage.</summary>
    internal static int Ink(StageGroup group) =>
        group switch
        {
            StageGroup.Expert => 5,
            StageGroup.FirstSteps => 1,
            StageGroup.FullEpisodes => 4,
            StageGroup.Dagger => 2,
            StageGroup.Own => 3,
        };

    private static string Episodes(ImmutableArray<StageFacts> stages)
    {
        var counts = stages.Select(stage => stage.Count).Distinct().Order().ToImmutableArray();
        return counts.Length == 1
            ? string.Create(CultureInfo.InvariantCulture, $"n = {counts[0]}")
            : string.Create(CultureInfo.InvariantCulture, $"n = {counts[0]} to {counts[^1]}");
    }
}
