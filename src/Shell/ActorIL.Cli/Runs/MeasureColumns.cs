using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Training.Reports;

namespace ActorIL.Cli.Runs;

/// <summary>The columns of what is measured: returns always, rates where one of the evaluations has them.</summary>
/// <param name="HasOutcomes">Whether the environment judges.</param>
/// <param name="HasRecovery">Whether episodes were perturbed.</param>
internal sealed record MeasureColumns(bool HasOutcomes, bool HasRecovery)
{
    private static readonly ImmutableArray<string> Returns = ["mean", "minimum", "n", "95% interval"];

    public const string RecoveryLegend =
        "From wide starts and after a push: percent that recovered, of episodes perturbed alike for every policy,\n"
        + "with 95% Wilson intervals. `actoril env describe NAME` says what that is.\n";

    public static MeasureColumns Of(IEnumerable<EvaluationSummary> evaluations)
    {
        var all = evaluations.ToImmutableArray();
        return new(
            all.Any(static evaluation => evaluation.Outcomes is not null),
            all.Any(static evaluation => evaluation.Recovery is not null)
        );
    }

    public ImmutableArray<string> Headers =>
        [
            .. Returns,
            .. HasOutcomes ? ["success %", "failure %"] : NoCells,
            .. HasRecovery ? ["from wide starts %", "after a push %"] : NoCells,
        ];

    public IEnumerable<string> Cells(EvaluationSummary evaluation) =>
        [
            Score(evaluation.Mean),
            Score(evaluation.Minimum),
            evaluation.Count.ToString(CultureInfo.InvariantCulture),
            $"[{Score(evaluation.CiLow)}, {Score(evaluation.CiHigh)}]",
            .. HasOutcomes ? [Rate(evaluation.Outcomes?.Success), Rate(evaluation.Outcomes?.Failure)] : NoCells,
            .. HasRecovery ? [Rate(evaluation.Recovery?.WideStarts), Rate(evaluation.Recovery?.Pushes)] : NoCells,
        ];

    private static ImmutableArray<string> NoCells => [];

    private static string Rate(RateSummary? rate) => rate is null ? "" : ResultTable.Rate(rate);

    // Costs may be far below one a run.
    private static string Score(double value) =>
        value.ToString(Math.Abs(value) is > 0 and < 1 ? "F3" : "F1", CultureInfo.InvariantCulture);
}
