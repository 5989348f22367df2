using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ActorIL.Reports.Content;

namespace ActorIL.Reports.Pages;

/// <summary>The results of a run as tables, one for each group of stages.</summary>
internal static class ResultTables
{
    private static readonly ImmutableArray<string> Header =
    [
        "stage",
        "mean",
        "95 % interval",
        "minimum",
        "n",
        "labels",
        "episodes shown",
        "selected by",
        "algorithm",
    ];

    public static string Render(ImmutableArray<StageFacts> stages)
    {
        var text = new StringBuilder();
        var isJudged = stages.Any(stage => stage.Failure is not null);
        var hasCosts = stages.Any(stage => stage.CostLabelCount > 0);
        var reference = stages.Select(stage => stage.Difference?.Reference).FirstOrDefault(name => name is not null);
        ImmutableArray<string> header =
        [
            .. Header,
            .. isJudged ? ["failed, %", "95 % Wilson"] : Nothing,
            .. hasCosts ? ["cost labels", "expert steps"] : Nothing,
            .. reference is null ? Nothing : [$"against {reference}", "95 % interval"],
        ];
        foreach (var group in Enum.GetValues<StageGroup>())
        {
            var rows = stages
                .Where(stage => stage.Group == group)
                .Select(stage => Row(stage, isJudged, hasCosts, reference is not null))
                .ToImmutableArray();
            if (!rows.IsEmpty)
            {
                text.Append("<h3>").Append(TitleOf(group)).Append("</h3>\n").Append(HtmlTable.Render(header, rows));
            }
        }

        return text.ToString();
    }

    private static ImmutableArray<string> Nothing => [];

    private static IReadOnlyList<string> Row(StageFacts stage, bool isJudged, bool hasCosts, bool isCompared) =>
        [
            stage.Name,
            Score(stage.Mean),
            $"[{Score(stage.CiLow)}, {Score(stage.CiHigh)}]",
            Score(stage.Minimum),
            Number(stage.Count),
            Number(stage.LabelCount),
            Number(stage.DemonstrationEpisodeCount),
            stage.Selected == "validation" ? "validation" : "last",
            stage.Algorithm,
            .. isJudged ? Failed(stage.Failure) : [],
            .. hasCosts ? [Number(stage.CostLabelCount), Number(stage.ExpertStepCount)] : Nothing,
            .. isCompared ? Compared(stage.Difference) : [],
        ];

    private static string[] Compared(DifferenceFacts? difference) =>
        difference is null
            ? ["", ""]
            : [Precise(difference.Mean), $"[{Precise(difference.CiLow)}, {Precise(difference.CiHigh)}]"];

    private static string Precise(double value) => value.ToString("F3", CultureInfo.InvariantCulture).Replace('-', '−');

    private static string[] Failed(RateFacts? failure) =>
        failure is null ? ["", ""] : [Percent(failure.Rate), $"[{Percent(failure.CiLow)}, {Percent(failure.CiHigh)}]"];

    private static string Percent(double share) => (100 * share).ToString("F2", CultureInfo.InvariantCulture);

    private static string TitleOf(StageGroup group) =>
        group switch
        {
            StageGroup.Expert => "Expert",
            StageGroup.FirstSteps => "Behaviour cloning, first steps of each episode",
            StageGroup.FullEpisodes => "Behaviour cloning, full episodes",
            StageGroup.Dagger => "DAgger",
            StageGroup.Own => "Own students",
        };

    private static string Score(double value) => value.ToString("F1", CultureInfo.InvariantCulture).Replace('-', '−');

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
