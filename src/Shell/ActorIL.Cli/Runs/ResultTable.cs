using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ActorIL.Cli.Terminals;
using ActorIL.Training.Coordination;
using ActorIL.Training.Reports;

namespace ActorIL.Cli.Runs;

/// <summary>
/// What a run found, as tables: the expert, label efficiency, clones of whole episodes, students of one's own.
/// </summary>
internal static class ResultTable
{
    private const string FullPrefix = "bc-full-";
    private const string Cloning = "bc";
    private const string Dagger = "dagger";

    /// <summary>The tables that have rows; empty where nothing was evaluated.</summary>
    public static string Render(ImmutableArray<StageReport> stages)
    {
        var own = stages.Where(stage => RunStages.IsOwnStudent(stage.Stage)).ToImmutableArray();
        var others = stages.Except(own).ToImmutableArray();
        var experts = others.Where(stage => stage.Algorithm is not (Cloning or Dagger)).ToImmutableArray();
        var full = others.Where(IsFull).ToImmutableArray();
        var given = others.Where(IsGiven).ToImmutableArray();
        var byLabels = others
            .Where(stage => stage.Algorithm is Cloning or Dagger && !IsFull(stage) && !IsGiven(stage))
            .OrderBy(stage => stage.LabelCount)
            .ToImmutableArray();
        var text = new StringBuilder();
        Append(text, "Expert", "", ["policy", "selected by"], experts, ExpertRow);
        Append(text, "Label efficiency", EfficiencyReason, ["labels", "student"], byLabels, LabelRow);
        Append(text, "Behaviour cloning on full episodes", FullReason, ["episodes", "labels"], full, FullRow);
        Append(text, "Behaviour cloning from a data set", "", ["student", "episodes", "labels"], given, GivenRow);
        var hasCosts = own.Any(static stage => stage.CostLabelCount > 0);
        ImmutableArray<string> costs = hasCosts ? ["cost labels", "expert steps"] : [];
        ImmutableArray<string> header = ["student", "algorithm", "labels", .. costs, "selected by"];
        Append(text, "Students", StudentReason, header, own, stage => StudentRow(stage, hasCosts));
        DifferenceTable.Append(text, stages);
        AppendVerdicts(text, own);
        var rates = stages.Any(stage => stage.Evaluation.Outcomes is not null) ? RatesLegend : "";
        var recovery = stages.Any(stage => stage.Evaluation.Recovery is not null) ? MeasureColumns.RecoveryLegend : "";
        var latching = stages.Any(stage => stage.Evaluation.Latching is not null) ? MeasureColumns.LatchingLegend : "";
        return text.Length > 0 ? text.Append(Legend).Append(rates).Append(recovery).Append(latching).ToString() : "";
    }

    private const string Legend =
        "Returns of n episodes from start states of their own; intervals are of the mean over these start states.\n";

    private const string RatesLegend =
        "Success and failure in percent of the n episodes, with 95% Wilson intervals; the rest ran out of time.\n";

    private const string EfficiencyReason =
        "The first steps of an episode show the expert near its start only. A clone of few of them drifts off to\n"
        + "states it never saw; DAgger asks for labels where its student drifts to.\n";

    private const string FullReason =
        "Whole episodes hold many more labels each, also of the states that the expert itself drifts through. Where\n"
        + "that is enough, clones come close to the expert, and only the comparison above tells methods apart.\n";

    private const string StudentReason =
        "Students of rounds of whole episodes, as configured in students. Labels are the expert's actions they learnt\n"
        + "from; the best on validation is chosen from all rounds, beside the last one.\n";

    private static void Append(
        StringBuilder text,
        string title,
        string reason,
        ImmutableArray<string> header,
        ImmutableArray<StageReport> stages,
        Func<StageReport, IEnumerable<string>> row
    )
    {
        if (!stages.IsEmpty)
        {
            text.Append(title).Append('\n').Append(reason);
            var measures = MeasureColumns.Of(stages.Select(stage => stage.Evaluation));
            var rows = stages.Select(stage => (string[])[.. row(stage), .. measures.Cells(stage.Evaluation)]);
            text.Append(TextTable.Render([.. header, .. measures.Headers], [.. rows]));
            text.Append('\n');
        }
    }

    private static void AppendVerdicts(StringBuilder text, ImmutableArray<StageReport> stages)
    {
        var judged = stages.Where(stage => stage.Control is not null).ToImmutableArray();
        foreach (var stage in judged)
        {
            var (control, _, difference, low, high) = stage.Control!.Difference;
            var verdict = ControlVerdict.Of(stage.Stage, control, difference, low, high, stage.Control.CanJudge);
            text.Append(verdict).Append('\n');
        }

        text.Append(judged.IsEmpty ? "" : ControlVerdict.Rule + "\n\n");
    }

    private static IEnumerable<string> ExpertRow(StageReport stage) => [stage.Stage, Selection(stage)];

    private static IEnumerable<string> LabelRow(StageReport stage) => [Number(stage.LabelCount), Student(stage)];

    private static IEnumerable<string> FullRow(StageReport stage) =>
        [Number(stage.DemonstrationEpisodeCount), Number(stage.LabelCount)];

    private static IEnumerable<string> GivenRow(StageReport stage) => FullRow(stage).Prepend(stage.Stage);

    private static IEnumerable<string> StudentRow(StageReport stage, bool hasCosts) =>
        [
            stage.Stage,
            stage.Algorithm,
            Number(stage.LabelCount),
            .. hasCosts ? [Number(stage.CostLabelCount), Number(stage.ExpertStepCount)] : NoCells,
            Selection(stage),
        ];

    private static ImmutableArray<string> NoCells => [];

    /// <summary>A rate with its interval, in percent.</summary>
    internal static string Rate(RateSummary rate) =>
        $"{Percent(rate.Rate)} [{Percent(rate.CiLow)}, {Percent(rate.CiHigh)}]";

    private static string Percent(double share) => (100 * share).ToString("F2", CultureInfo.InvariantCulture);

    private static string Student(StageReport stage)
    {
        var steps = stage.DemonstrationEpisodeCount > 0 ? stage.LabelCount / stage.DemonstrationEpisodeCount : 0;
        return stage.Algorithm == Cloning
            ? $"BC, first {Number(steps)} steps of {Number(stage.DemonstrationEpisodeCount)}"
            : $"DAgger, {(stage.Selected == "validation" ? "best so far" : "last round")}";
    }

    private static string Selection(StageReport stage) =>
        stage.Selected == "validation" ? "validation"
        : RunStages.IsOwnStudent(stage.Stage) && !RunStages.IsGenerator(stage.Algorithm) ? "last round"
        : "last update";

    private static bool IsGiven(StageReport stage) => stage.Stage == RunStages.GivenClone;

    private static bool IsFull(StageReport stage) => stage.Stage.StartsWith(FullPrefix, StringComparison.Ordinal);

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
