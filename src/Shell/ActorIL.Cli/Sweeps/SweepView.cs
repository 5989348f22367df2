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

    public static string Text(string folder, SweepFacts facts)
    {
        var (rows, seeds) = (facts.Rows, facts.Seeds);
        var columns = TableColumns<SweepRow>.Needed(SweepColumns.Of(rows), rows);
        ImmutableArray<string> header = [.. Header, .. columns.SelectMany(static column => column.Headers)];
        var table = TextTable.Render(header, [.. rows.Select(row => Cells(row, columns))]);
        var legend =
            $"\nSeeds {string.Join(", ", seeds)}. Mean over seeds of the mean return of n episodes each; least and\n"
            + $"greatest are those of one seed. Every run is below {folder}.\n";
        return table
            + legend
            + SweepColumns.Legend(rows)
            + Verdicts(rows)
            + GrowthText.Render(facts.Growth)
            + ReachText.Render(facts.Reaches);
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

    public static string Json(string folder, SweepFacts facts) =>
        JsonText.Object(writer =>
        {
            writer.WriteStartArray("seeds");
            foreach (var seed in facts.Seeds)
            {
                writer.WriteNumberValue(seed);
            }

            writer.WriteEndArray();
            writer.WriteString("folder", folder);
            writer.WriteStartArray("stages");
            foreach (var row in facts.Rows)
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
                if (row.JudgedCount is { } judged)
                {
                    writer.WriteNumber("judged_seeds", judged);
                }

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

                SummaryJson.Write(writer, row.Recovery);
                if (row.Latched is { } latched)
                {
                    SummaryJson.Write(writer, "latched", latched);
                }

                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            GrowthText.Write(writer, facts.Growth);
            ReachText.Write(writer, facts.Reaches);
        });

    private static string[] Cells(SweepRow row, ImmutableArray<TableColumns<SweepRow>> columns) =>
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
            .. columns.SelectMany(column => column.Cells(row)),
        ];

    private static string Score(double value) => value.ToString("F1", CultureInfo.InvariantCulture);
}
