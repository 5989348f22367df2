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
        var isJudged = stages.Any(stage => stage.Failure is not null);
        var isPerturbed = stages.Any(stage => stage.Recovery is not null);
        ImmutableArray<string> header = isJudged ? [.. Header, "failed, %", "95 % Wilson"] : Header;
        var isWatched = stages.Any(stage => stage.Latched is not null);
        header = isPerturbed ? [.. header, .. RecoveryHeader] : header;
        header = isWatched ? [.. header, "latched, %", "95 % Wilson"] : header;
        foreach (var group in Enum.GetValues<StageGroup>())
        {
            var rows = stages
                .Where(stage => stage.Group == group)
                .Select(stage => Row(stage, isJudged, isPerturbed, isWatched))
                .ToImmutableArray();
            if (!rows.IsEmpty)
            {
                text.Append("<h3>").Append(TitleOf(group)).Append("</h3>\n").Append(HtmlTable.Render(header, rows));
            }
        }

        return text.ToString();
    }

    private static IReadOnlyList<string> Row(StageFacts stage, bool isJudged, bool isPerturbed, bool isWatched) =>
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
            .. isJudged ? Share(stage.Failure) : [],
            .. isPerturbed ? [.. Share(stage.Recovery?.WideStarts), .. Share(stage.Recovery?.Pushes)] : NoCells,
            .. isWatched ? Share(stage.Latched) : NoCells,
        ];

    private static string[] NoCells => [];

    private static string[] Share(RateFacts? rate) =>
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
