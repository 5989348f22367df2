using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ActorIL.Reports.Content;
using ActorIL.Reports.Figures;
using ActorIL.Training.Reports;

namespace ActorIL.Reports.Pages;

/// <summary>
/// The report of a sweep: one page that needs nothing else, and its figures. A pure function of what was found.
/// </summary>
/// <param name="Html">The page.</param>
/// <param name="Figures">Every figure in it.</param>
public sealed record SweepPage(string Html, ImmutableArray<Figure> Figures)
{
    public static SweepPage Of(SweepFacts facts)
    {
        var (growths, reaches) = (facts.Growth, facts.Reaches);
        var results = SweepFigures.Results(facts);
        var growth = GrowthFigures.Sweep(growths);
        var targets = SweepFigures.Reach(reaches);
        var learning = SweepFigures.Learning(facts.Runs);
        var seeds = string.Join(", ", facts.Seeds.Select(seed => seed.ToString(CultureInfo.InvariantCulture)));
        var title = $"{facts.EnvironmentId}, seeds {seeds}";
        var text = PageParts.Begin(title);
        var variantCount = facts.Runs.Select(run => run.Variant).Distinct(StringComparer.Ordinal).Count();
        var what = variantCount > 1 ? $"{Whole(variantCount)} variants of an experiment, each" : "The same experiment";
        text.Append("<header>\n<h1>").Append(Markup.Escape(title)).Append("</h1>\n<p>").Append(what);
        text.Append(CultureInfo.InvariantCulture, $" under {facts.Seeds.Length} seeds. ");
        text.Append("Each run has a report of its own in its folder.</p>\n</header>\n");
        PageParts.AppendFigures(text, "results", "Results", results, "Nothing was evaluated.");
        text.Append(Stages(facts.Rows));
        PageParts.AppendPresent(text, "growth", "Error growth", growth);
        text.Append(growths.IsEmpty ? "" : Growth(growths));
        PageParts.AppendPresent(text, "targets", "Labels to a target", targets);
        text.Append(targets.IsEmpty ? "" : Reach(reaches));
        PageParts.AppendFigures(text, "learning", "Learning curves", learning, "Nobody learnt in rounds.");
        text.Append("<h2 id=\"origin\">Configuration and digests</h2>\n").Append(Digests(facts));
        text.Append("<details>\n<summary>Every key of the first seed's configuration</summary>\n<pre>");
        text.Append(Markup.Escape(facts.Configuration)).Append("</pre>\n</details>\n</body>\n</html>\n");
        return new(text.ToString(), [.. results, .. growth, .. targets, .. learning]);
    }

    private static string Stages(ImmutableArray<SweepRow> rows)
    {
        var columns = TableColumns<SweepRow>.Needed(Optional(rows), rows);
        return HtmlTable.Render(
            [
                "stage",
                "mean of seeds",
                "least seed",
                "greatest seed",
                "labels",
                "seeds",
                "n a seed",
                .. columns.SelectMany(column => column.Headers),
            ],
            [
                .. rows.Select(row =>
                    (IReadOnlyList<string>)
                        [
                            row.Stage,
                            Score(row.Mean),
                            Score(row.Least),
                            Score(row.Most),
                            Whole(row.LabelMean),
                            Whole(row.SeedCount),
                            Whole(row.EpisodeCount),
                            .. columns.SelectMany(column => column.Cells(row)),
                        ]
                ),
            ]
        );
    }

    private static ImmutableArray<TableColumns<SweepRow>> Optional(ImmutableArray<SweepRow> rows) =>
        [
            new(["failed, %"], row => row.Failures is not null, row => [Rate(row.Failures)]),
            new(
                ["cost labels", "expert steps"],
                row => row.CostLabelMean > 0,
                row => [Whole(row.CostLabelMean), Whole(row.ExpertStepMean)]
            ),
            new(
                [$"against {SweepRow.Reference(rows)}"],
                row => row.Difference is not null,
                row => [Difference(row.Difference)]
            ),
            new(
                ["recovered from wide starts, %", "recovered after a push, %"],
                row => row.Recovery is not null,
                row => [Rate(row.Recovery?.WideStarts), Rate(row.Recovery?.Pushes)]
            ),
            new(["latched, %"], row => row.Latched is not null, row => [Rate(row.Latched)]),
        ];

    private static string Difference(DifferenceFacts? difference) =>
        difference is null
            ? "−"
            : $"{Precise(difference.Mean)} [{Precise(difference.CiLow)}, {Precise(difference.CiHigh)}]";

    private static string Rate(RateSummary? rate) =>
        rate is null ? "−" : $"{Percent(rate.Rate)} [{Percent(rate.CiLow)}, {Percent(rate.CiHigh)}]";

    private static string Growth(ImmutableArray<SweepGrowth> growths) =>
        HtmlTable.Render(
            ["stage", "slope", "slope if the first mistake ended the episode", "erred by the last T, worst seed, %"],
            [
                .. growths.Select(stage =>
                    (IReadOnlyList<string>)
                        [
                            stage.Stage,
                            GrowthFigures.Slope(stage.Cost),
                            GrowthFigures.Slope(stage.Erred),
                            Percent(stage.ErredAtEnd),
                        ]
                ),
            ]
        );

    private static string Reach(ImmutableArray<ReachFacts> reaches) =>
        HtmlTable.Render(
            ReachFacts.Header(reaches),
            [.. ReachFacts.Rows(reaches).Select(row => (IReadOnlyList<string>)row)]
        ) + "<p class=\"soft\">Median; range over seeds; seeds that reached it. In brackets: labels used.</p>\n";

    private static string Digests(SweepFacts facts) =>
        HtmlTable.Render(
            ["run", "digest", "result digest"],
            [
                .. facts.Runs.Select(run =>
                    (IReadOnlyList<string>)
                        [
                            (run.Variant.Length > 0 ? run.Variant + ", " : "")
                                + run.Seed.ToString(CultureInfo.InvariantCulture),
                            run.Summary?.Digest ?? "none",
                            run.Summary?.ResultDigest ?? "none",
                        ]
                ),
            ]
        );

    private static string Score(double value) =>
        value.ToString(Math.Abs(value) is > 0 and < 1 ? "F3" : "F1", CultureInfo.InvariantCulture).Replace('-', '−');

    private static string Precise(double value) => value.ToString("F3", CultureInfo.InvariantCulture).Replace('-', '−');

    private static string Percent(double share) => (100 * share).ToString("F2", CultureInfo.InvariantCulture);

    private static string Whole(double value) => value.ToString("F0", CultureInfo.InvariantCulture);
}
