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

    public static string Text(ImmutableArray<SweepRow> rows, ImmutableArray<ulong> seeds, string folder)
    {
        var isJudged = rows.Any(static row => row.Failures is not null);
        var header = isJudged ? Header.Add("failure %") : Header;
        var table = TextTable.Render(header, [.. rows.Select(row => Cells(row, isJudged))]);
        var legend =
            $"\nSeeds {string.Join(", ", seeds)}. Mean over seeds of the mean return of n episodes each; least and\n"
            + $"greatest are those of one seed. Every run is below {folder}.\n";
        return table + legend + (isJudged ? RatesLegend : "") + Verdicts(rows);
    }

    private static string Verdicts(ImmutableArray<SweepRow> rows) =>
        string.Concat(
            rows.Where(static row => row.JudgedCount is not null)
                .Select(static row =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{row.Stage}: the task can judge in {row.JudgedCount} of {row.SeedCount} seeds; in others a "
                            + $"constant reward scores as well.\n"
                    )
                )
        );

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
                if (row.JudgedCount is { } judged)
                {
                    writer.WriteNumber("judged_seeds", judged);
                }

                if (row.Failures is { } failures)
                {
                    SummaryJson.Write(writer, "failure", failures);
                }

                writer.WriteEndObject();
            }

            writer.WriteEndArray();
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
