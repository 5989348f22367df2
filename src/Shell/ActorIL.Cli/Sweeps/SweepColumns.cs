using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Cli.Runs;
using ActorIL.Reports.Content;
using ActorIL.Training.Reports;

namespace ActorIL.Cli.Sweeps;

/// <summary>Columns of a sweep's table that only some experiments need, and what they mean.</summary>
internal static class SweepColumns
{
    public static ImmutableArray<TableColumns<SweepRow>> Of(ImmutableArray<SweepRow> rows) =>
        [
            new(["failure %"], static row => row.Failures is not null, static row => [Rate(row.Failures)]),
            new(
                ["cost labels", "expert steps"],
                static row => row.CostLabelMean > 0,
                static row => [Whole(row.CostLabelMean), Whole(row.ExpertStepMean)]
            ),
            new(
                [$"against {SweepRow.Reference(rows)}"],
                static row => row.Difference is not null,
                static row => [Compared(row.Difference)]
            ),
            new(
                ["from wide starts %", "after a push %"],
                static row => row.Recovery is not null,
                static row => [Rate(row.Recovery?.WideStarts), Rate(row.Recovery?.Pushes)]
            ),
            new(["latched %"], static row => row.Latched is not null, static row => [Rate(row.Latched)]),
        ];

    public static string Legend(ImmutableArray<SweepRow> rows) =>
        (rows.Any(static row => row.Failures is not null) ? RatesLegend : "")
        + (SweepRow.Reference(rows) is null ? "" : DifferenceLegend)
        + (rows.Any(static row => row.Recovery is not null) ? MeasureColumns.RecoveryLegend : "")
        + (rows.Any(static row => row.Latched is not null) ? LatchingLegend : "");

    private const string RatesLegend =
        "Failures in percent of the episodes of all seeds together, with 95% intervals (Wilson).\n";

    private const string LatchingLegend =
        "Latched: percent of episodes in which a policy held on to an action that its expert contradicted.\n";

    private const string DifferenceLegend =
        "Differences of returns, episode by episode; above 0 is better. Intervals are 95% over seeds (Student's t).\n";

    private static string Compared(DifferenceFacts? difference) =>
        difference is null
            ? "-"
            : DifferenceTable.Text(difference.Mean)
                + $" [{DifferenceTable.Text(difference.CiLow)}, {DifferenceTable.Text(difference.CiHigh)}]";

    private static string Rate(RateSummary? rate) => rate is null ? "-" : ResultTable.Rate(rate);

    private static string Whole(double value) => value.ToString("F0", CultureInfo.InvariantCulture);
}
