using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Cli.Runs;
using ActorIL.Cli.Terminals;
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

    public static string Text(SweepResult result)
    {
        var (rows, seeds, folder) = (result.Rows, result.Seeds, result.Folder);
        var isJudged = rows.Any(static row => row.Failures is not null);
        var header = isJudged ? Header.Add("failure %") : Header;
        var table = TextTable.Render(header, [.. rows.Select(row => Cells(row, isJudged))]);
        var legend =
            $"\nSeeds {string.Join(", ", seeds)}. Mean over seeds of the mean return of n episodes each; least and\n"
            + $"greatest are those of one seed. Every run is below {folder}.\n";
        return table
            + legend
            + (isJudged ? RatesLegend : "")
            + GrowthText.Render(result.Growth)
            + ReachText.Render(result.Reach);
    }

    public static string Json(SweepResult result) =>
        JsonText.Object(writer =>
        {
            writer.WriteStartArray("seeds");
            foreach (var seed in result.Seeds)
            {
                writer.WriteNumberValue(seed);
            }

            writer.WriteEndArray();
            writer.WriteString("folder", result.Folder);
            writer.WriteStartArray("stages");
            foreach (var row in result.Rows)
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

                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            GrowthText.Write(writer, result.Growth);
            ReachText.Write(writer, result.Reach);
        });

    private const string RatesLegend =
        "Failures in percent of the episodes of all seeds together, with 95% intervals (Wilson).\n";

    private static string[] Cells(SweepRow row, bool isJudged) =>
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
        ];

    private static ImmutableArray<string> NoCells => [];

    private static string Score(double value) => value.ToString("F1", CultureInfo.InvariantCulture);
}
