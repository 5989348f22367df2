using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Cli.Runs;
using ActorIL.Cli.Terminals;
using ActorIL.Reports.Content;
using ActorIL.Storage.Files;

namespace ActorIL.Cli.Sweeps;

/// <summary>The result of a sweep, for people and for programs.</summary>
internal static class SweepView
{
    private static readonly ImmutableArray<string> Header =
    [
        "stage",
        "algorithm",
        "selected by",
        "labels",
        "mean",
        "least",
        "greatest",
        "seeds",
        "n",
    ];

    public static string Text(ImmutableArray<SweepRow> rows, ImmutableArray<ulong> seeds, string folder)
    {
        var isJudged = rows.Any(static row => row.Failures is not null);
        var hasCosts = rows.Any(static row => row.CostLabelMean > 0);
        var reference = rows.Select(static row => row.Difference?.Reference).FirstOrDefault(name => name is not null);
        ImmutableArray<string> header =
        [
            .. Header,
            .. isJudged ? ["failure %"] : NoCells,
            .. hasCosts ? ["cost labels", "expert steps"] : NoCells,
            .. reference is null ? NoCells : [$"against {reference}"],
        ];
        var cells = rows.Select(row => Cells(row, isJudged, hasCosts, reference is not null));
        var table = TextTable.Render(header, [.. cells]);
        var legend =
            $"\nSeeds {string.Join(", ", seeds)}. Mean over seeds of the mean return of n episodes each; least and\n"
            + $"greatest are those of one seed. Every run is below {folder}.\n";
        return table + legend + (isJudged ? RatesLegend : "") + (reference is null ? "" : DifferenceLegend);
    }

    public static string Json(ImmutableArray<SweepRow> rows, ImmutableArray<ulong> seeds, string folder) =>
        JsonText.Object(writer =>
        {
            writer.WriteStartArray("seeds");
            foreach (var seed in seeds)
            {
                writer.WriteNumberValue(seed);
            }

            writer.WriteEndArray();
            writer.WriteString("folder", folder);
            writer.WriteStartArray("stages");
            foreach (var row in rows)
            {
                writer.WriteStartObject();
                writer.WriteString("name", row.Stage);
                writer.WriteString("algorithm", row.Algorithm);
                writer.WriteString("selected", row.Selected);
                writer.WriteNumber("seeds", row.SeedCount);
                writer.WriteFinite("labels", row.LabelMean);
                writer.WriteNumber("n", row.EpisodeCount);
                writer.WriteFinite("mean", row.Mean);
                writer.WriteFinite("least", row.Least);
                writer.WriteFinite("greatest", row.Most);
                writer.WriteFinite("cost_labels", row.CostLabelMean);
                writer.WriteFinite("expert_steps", row.ExpertStepMean);
                if (row.Failures is { } failures)
                {
                    SummaryJson.Write(writer, "failure", failures);
                }

                if (row.Difference is { } difference)
                {
                    writer.WriteStartObject("difference");
                    writer.WriteString("reference", difference.Reference);
                    writer.WriteFinite("mean", difference.Mean);
                    writer.WriteFinite("ci_low", difference.CiLow);
                    writer.WriteFinite("ci_high", difference.CiHigh);
                    writer.WriteEndObject();
                }

                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });

    private const string RatesLegend =
        "Failures in percent of the episodes of all seeds together, with 95% intervals (Wilson).\n";

    private const string DifferenceLegend =
        "Differences of returns, episode by episode; above 0 is better. Intervals are 95% over seeds (Student's t).\n";

    private static string[] Cells(SweepRow row, bool isJudged, bool hasCosts, bool isCompared) =>
        [
            row.Stage,
            row.Algorithm,
            row.Selected == "validation" ? "validation" : "last",
            row.LabelMean.ToString("F0", CultureInfo.InvariantCulture),
            Score(row.Mean),
            Score(row.Least),
            Score(row.Most),
            row.SeedCount.ToString(CultureInfo.InvariantCulture),
            row.EpisodeCount.ToString(CultureInfo.InvariantCulture),
            .. isJudged ? [row.Failures is { } failures ? ResultTable.Rate(failures) : "-"] : NoCells,
            .. hasCosts ? [Whole(row.CostLabelMean), Whole(row.ExpertStepMean)] : NoCells,
            .. isCompared ? [Compared(row.Difference)] : NoCells,
        ];

    private static string Whole(double value) => value.ToString("F0", CultureInfo.InvariantCulture);

    private static string Compared(DifferenceFacts? difference) =>
        difference is null
            ? "-"
            : DifferenceTable.Text(difference.Mean)
                + $" [{DifferenceTable.Text(difference.CiLow)}, {DifferenceTable.Text(difference.CiHigh)}]";

    private static ImmutableArray<string> NoCells => [];

    private static string Score(double value) => value.ToString("F1", CultureInfo.InvariantCulture);
}
