using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Training.Reports;

namespace ActorIL.Cli.Runs;

/// <summary>The columns of what is measured: returns always, rates where one of the evaluations has them.</summary>
/// <param name="HasOutcomes">Whether the environment judges.</param>
/// <param name="HasRecovery">Whether episodes were perturbed.</param>
/// <param name="HasLatching">Whether the latching detector looked.</param>
internal sealed record MeasureColumns(bool HasOutcomes, bool HasRecovery, bool HasLatching)
{
    private static readonly ImmutableArray<string> Returns = ["mean", "minimum", "n", "95% interval"];

    public const string RecoveryLegend =
        "From wide starts and after a push: percent that recovered, of episodes perturbed alike for every policy,\n"
        + "with 95% Wilson intervals. `actoril env describe NAME` says what that is.\n";

    public const string LatchingLegend =
        "Repeats: percent of steps in which the policy did what it had done before, and the expert would have,\n"
        + "asked in the same states; run: steps an action is held. Latched: percent of episodes in which it held on\n"
        + "for 5 steps in a row and a tenth of the episode while the expert contradicted, with 95% Wilson intervals.\n";

    public static MeasureColumns Of(IEnumerable<EvaluationSummary> evaluations)
    {
        var all = evaluations.ToImmutableArray();
        return new(
            all.Any(static evaluation => evaluation.Outcomes is not null),
            all.Any(static evaluation => evaluation.Recovery is not null),
            all.Any(static evaluation => evaluation.Latching is not null)
        );
    }

    public ImmutableArray<string> Headers =>
        [
            .. Returns,
            .. HasOutcomes ? ["success %", "failure %"] : NoCells,
            .. HasRecovery ? ["from wide starts %", "after a push %"] : NoCells,
            .. HasLatching ? ["repeats %", "expert's %", "run", "latched %"] : NoCells,
        ];

    public IEnumerable<string> Cells(EvaluationSummary evaluation) =>
        [
            Score(evaluation.Mean),
            Score(evaluation.Minimum),
            evaluation.Count.ToString(CultureInfo.InvariantCulture),
            $"[{Score(evaluation.CiLow)}, {Score(evaluation.CiHigh)}]",
            .. HasOutcomes ? [Rate(evaluation.Outcomes?.Success), Rate(evaluation.Outcomes?.Failure)] : NoCells,
            .. HasRecovery ? [Rate(evaluation.Recovery?.WideStarts), Rate(evaluation.Recovery?.Pushes)] : NoCells,
            .. HasLatching ? Held(evaluation.Latching) : NoCells,
        ];

    private static ImmutableArray<string> Held(LatchingSummary? latching) =>
        latching is null
            ? ["", "", "", ""]
            :
            [
                Percent(latching.RepeatShare),
                Percent(latching.ExpertRepeatShare),
                latching.MeanRunSteps.ToString("F1", CultureInfo.InvariantCulture),
                Rate(latching.Latched),
            ];

    private static string Percent(double share) => (100 * share).ToString("F1", CultureInfo.InvariantCulture);

    private static ImmutableArray<string> NoCells => [];

    private static string Rate(RateSummary? rate) => rate is null ? "" : ResultTable.Rate(rate);

    // Costs may be far below one a run.
    private static string Score(double value) =>
        value.ToString(Math.Abs(value) is > 0 and < 1 ? "F3" : "F1", CultureInfo.InvariantCulture);
}
