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

    private static readonly ImmutableArray<string> RecoveryHeader =
    [
        "recovered from wide starts, %",
        "95 % Wilson",
        "recovered after a push, %",
        "95 % Wilson",
    ];

    public static string Render(ImmutableArray<StageFacts> stages)
    {
        var text = new StringBuilder();
        var columns = TableColumns<StageFacts>.Needed(Optional(stages), stages);
        ImmutableArray<string> header = [.. Header, .. columns.SelectMany(static column => column.Headers)];
        foreach (var group in Enum.GetValues<StageGroup>())
        {
            var rows = stages
                .Where(stage => stage.Group == group)
                .Select(stage => Row(stage, columns))
                .ToImmutableArray();
            if (!rows.IsEmpty)
            {
                text.Append("<h3>").Append(TitleOf(group)).Append("</h3>\n").Append(HtmlTable.Render(header, rows));
            }
        }

        AppendVerdicts(text, stages);
        return text.ToString();
    }

    private static ImmutableArray<TableColumns<StageFacts>> Optional(ImmutableArray<StageFacts> stages) =>
        [
            new(
                ["failed, %", "95 % Wilson"],
                static stage => stage.Failure is not null,
                static stage => Share(stage.Failure)
            ),
            new(
                ["cost labels", "expert steps"],
                static stage => stage.CostLabelCount > 0,
                static stage => [Number(stage.CostLabelCount), Number(stage.ExpertStepCount)]
            ),
            new(
                [$"against {Reference(stages)}", "95 % interval"],
                static stage => stage.Difference is not null,
                static stage => Compared(stage.Difference)
            ),
            new(
                RecoveryHeader,
                static stage => stage.Recovery is not null,
                static stage => [.. Share(stage.Recovery?.WideStarts), .. Share(stage.Recovery?.Pushes)]
            ),
            new(
                ["latched, %", "95 % Wilson"],
                static stage => stage.Latched is not null,
                static stage => Share(stage.Latched)
            ),
        ];

    private static string? Reference(ImmutableArray<StageFacts> stages) =>
        stages.Select(static stage => stage.Difference?.Reference).FirstOrDefault(static name => name is not null);

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

    private static IReadOnlyList<string> Row(StageFacts stage, ImmutableArray<TableColumns<StageFacts>> columns) =>
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
            .. columns.SelectMany(column => column.Cells(stage)),
        ];

    private static ImmutableArray<string> Compared(DifferenceFacts? difference) =>
        difference is null
            ? ["", ""]
            : [Precise(difference.Mean), $"[{Precise(difference.CiLow)}, {Precise(difference.CiHigh)}]"];

    private static string Precise(double value) => value.ToString("F3", CultureInfo.InvariantCulture).Replace('-', '−');

    private static ImmutableArray<string> Share(RateFacts? rate) =>
        rate is null ? ["", ""] : [Percent(rate.Rate), $"[{Percent(rate.CiLow)}, {Percent(rate.CiHigh)}]"];

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
