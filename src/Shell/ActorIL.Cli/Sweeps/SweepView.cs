using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Cli.Runs;
using ActorIL.Cli.Terminals;
using ActorIL.Storage.Files;
using ActorIL.Training.Reports;

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
        var isPerturbed = rows.Any(static row => row.Recovery is not null);
        var header = isJudged ? Header.Add("failure %") : Header;
        var isWatched = rows.Any(static row => row.Latched is not null);
        header = isPerturbed ? header.Add("from wide starts %").Add("after a push %") : header;
        header = isWatched ? header.Add("latched %") : header;
        var table = TextTable.Render(header, [.. rows.Select(row => Cells(row, isJudged, isPerturbed, isWatched))]);
        var legend =
            $"\nSeeds {string.Join(", ", seeds)}. Mean over seeds of the mean return of n episodes each; least and\n"
            + $"greatest are those of one seed. Every run is below {folder}.\n";
        return table
            + legend
            + (isJudged ? RatesLegend : "")
            + (isPerturbed ? MeasureColumns.RecoveryLegend : "")
            + (isWatched ? LatchingLegend : "");
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
                if (row.Failures is { } failures)
                {
                    SummaryJson.Write(writer, "failure", failures);
                }

                SummaryJson.Write(writer, row.Recovery);
                if (row.Latched is { } latched)
                {
                    SummaryJson.Write(writer, "latched", latched);
                }

                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });

    private const string RatesLegend =
        "Failures in percent of the episodes of all seeds together, with 95% intervals (Wilson).\n";

    private const string LatchingLegend =
        "Latched: percent of episodes in which a policy held on to an action that its expert contradicted.\n";

    private static string[] Cells(SweepRow row, bool isJudged, bool isPerturbed, bool isWatched) =>
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
            .. isPerturbed ? [Pooled(row.Recovery?.WideStarts), Pooled(row.Recovery?.Pushes)] : NoCells,
            .. isWatched ? [Pooled(row.Latched)] : NoCells,
        ];

    private static string Pooled(RateSummary? rate) => rate is null ? "-" : ResultTable.Rate(rate);

    private static ImmutableArray<string> NoCells => [];

    private static string Score(double value) => value.ToString("F1", CultureInfo.InvariantCulture);
}
