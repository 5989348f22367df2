using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ActorIL.Reports.Content;
using ActorIL.Reports.Figures;
using ActorIL.Training.Reports;

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
        ImmutableArray<string> header = isJudged ? [.. Header, "failed, %", "95 % Wilson"] : Header;
        foreach (var group in Enum.GetValues<StageGroup>())
        {
            var rows = stages
                .Where(stage => stage.Group == group)
                .Select(stage => Row(stage, isJudged))
                .ToImmutableArray();
            if (!rows.IsEmpty)
            {
                text.Append("<h3>").Append(TitleOf(group)).Append("</h3>\n").Append(HtmlTable.Render(header, rows));
            }
        }

        AppendVerdicts(text, stages);
        return text.ToString();
    }

    private static void AppendVerdicts(StringBuilder text, ImmutableArray<StageFacts> stages)
    {
        var judged = stages.Where(stage => stage.Control is not null).ToImmutableArray();
        foreach (var stage in judged)
        {
            var (control, difference, low, high, canJudge) = stage.Control!;
            var verdict = ControlVerdict.Of(stage.Name, control, difference, low, high, canJudge);
            text.Append("<p>").Append(Markup.Escape(verdict)).Append("</p>\n");
        }

        if (!judged.IsEmpty)
        {
            text.Append("<p>").Append(Markup.Escape(ControlVerdict.Rule)).Append("</p>\n");
        }
    }

    private static IReadOnlyList<string> Row(StageFacts stage, bool isJudged) =>
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
        ];

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
