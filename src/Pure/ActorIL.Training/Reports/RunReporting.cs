using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Core.Hashing;
using ActorIL.Core.Randomness;
using ActorIL.Environments.Perturbations;
using ActorIL.Training.Coordination;
using ActorIL.Training.Learning;
using ActorIL.Training.Plans;

namespace ActorIL.Training.Reports;

/// <summary>Reads a run's report from the coordinator's state.</summary>
public static class RunReporting
{
    /// <param name="plan">What was to be run.</param>
    /// <param name="state">The coordinator's, at the end or between two rounds.</param>
    /// <param name="unfinished">The best candidate of a training that may not have ended; null for none.</param>
    public static RunReport Of(RunPlan plan, CoordinatorState state, Candidate? unfinished)
    {
        var finished = state.Stages.Where(stage => stage.Results is not null).ToImmutableArray();
        var policies = state.Stages.SelectMany(Policies).Concat(Unfinished(state, unfinished)).ToImmutableArray();
        var weights = policies.Aggregate(
            HashChain.Empty,
            (chain, policy) => chain.Append(policy.Stage).Append(policy.Policy.Parameters.Hash)
        );
        return new(
            finished.Length == state.Stages.Length,
            [.. finished.Select(stage => Report(plan, stage, finished))],
            policies,
            EnvironmentSteps(plan, state.Stages),
            weights,
            finished.Aggregate(weights, AppendResult)
        );
    }

    private static IEnumerable<NamedPolicy> Policies(StageRecord stage) =>
        stage.Policy?.Match<IEnumerable<NamedPolicy>>(
            trained: trained => [new(stage.Stage, trained.Snapshot)],
            controller: _ => [],
            ensemble: ensemble =>
                ensemble.Members.Select((member, index) => new NamedPolicy(MemberName(stage, index), member))
        )
        ?? [];

    private static IEnumerable<NamedPolicy> Unfinished(CoordinatorState state, Candidate? candidate) =>
        candidate is not null && state.Stages.All(stage => stage.Policy is null)
            ? [new(RunStages.UnfinishedExpert, candidate.Policy)]
            : [];

    private static string MemberName(StageRecord stage, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{stage.Stage}-member-{index + 1}");

    private static StageReport Report(RunPlan plan, StageRecord stage, ImmutableArray<StageRecord> finished) =>
        new()
        {
            Stage = stage.Stage,
            Algorithm = stage.Algorithm,
            LabelCount = stage.Cost.LabelCount,
            ExpertQueryCount = stage.Cost.ExpertQueryCount,
            CostLabelCount = stage.Cost.CostLabelCount,
            ExpertStepCount = stage.Cost.ExpertStepCount,
            EnvironmentStepCount = stage.Cost.EnvironmentStepCount,
            ValidationStepCount = stage.Cost.ValidationStepCount,
            DemonstrationEpisodeCount = stage.Cost.DemonstrationEpisodeCount,
            Selected = stage.Selected,
            Evaluation = EvaluationStatistics.Summarize(
                stage.Results!,
                new RngKey(plan.Evaluation.Seed).Fold("bootstrap")
            ),
            Difference = Difference(plan, stage, finished),
            Control = Control(plan, stage, finished),
            Growth = Growth(plan, stage, finished),
        };

    /// <summary>Against the reference stage, where there is one and it is another.</summary>
    private static PairedDifference? Difference(
        RunPlan plan,
        StageRecord stage,
        ImmutableArray<StageRecord> finished
    ) =>
        stage.Stage != plan.Evaluation.Reference
        && finished.FirstOrDefault(other => other.Stage == plan.Evaluation.Reference) is { } reference
            ? EvaluationStatistics.Compare(
                reference.Stage,
                stage.Results!,
                reference.Results!,
                new RngKey(plan.Evaluation.Seed).Fold("bootstrap")
            )
            : null;

    /// <summary>Against the same student with a constant reward, where there is one.</summary>
    private static ControlComparison? Control(RunPlan plan, StageRecord stage, ImmutableArray<StageRecord> finished) =>
        finished.FirstOrDefault(other => other.Stage == AdversaryPlan.ControlOf(stage.Stage)) is { } control
            ? ControlComparison.Of(
                control.Stage,
                stage.Results!,
                control.Results!,
                Returns(finished, RunStages.Expert),
                new RngKey(plan.Evaluation.Seed).Fold("control")
            )
            : null;

    /// <summary>Against the expert on the same episodes, as soon as both are evaluated.</summary>
    private static ErrorGrowth? Growth(RunPlan plan, StageRecord stage, ImmutableArray<StageRecord> finished) =>
        plan.Evaluation.Horizons.Count > 0
        && stage.Stage is not (RunStages.Expert or RunStages.ExpertFinal)
        && finished.FirstOrDefault(other => other.Stage == RunStages.Expert) is { } expert
            ? GrowthStatistics.Of(
                plan.Evaluation.Horizons.Items,
                expert.Results!,
                stage.Results!,
                new RngKey(plan.Evaluation.Seed).Fold("growth")
            )
            : null;

    private static ReadOnlySpan<double> Returns(ImmutableArray<StageRecord> finished, string stage) =>
        finished.FirstOrDefault(other => other.Stage == stage) is { Results: { } results }
            ? results.Returns.AsSpan()
            : [];

    /// <summary>The stages of one group share their data: the largest of each group counts.</summary>
    private static long EnvironmentSteps(RunPlan plan, ImmutableArray<StageRecord> stages) =>
        stages.GroupBy(stage => Group(plan, stage)).Sum(group => group.Max(stage => stage.Cost.EnvironmentStepCount));

    private static string Group(RunPlan plan, StageRecord stage)
    {
        var own = plan
            .Students.Select(student => student.Name)
            .Concat(plan.Adversaries.Select(adversary => adversary.Name))
            .FirstOrDefault(name => IsOf(name, stage.Stage));
        return own is not null
            ? $"student {own}"
            : stage.Algorithm + (stage.Stage.StartsWith("bc-full", StringComparison.Ordinal) ? " full" : "");
    }

    private static bool IsOf(string student, string stage) => stage == student || stage == RunStages.LastRound(student);

    private static IEnumerable<byte> Recovered(PerturbedResults? perturbed) =>
        perturbed is null ? [] : perturbed.WideStarts.Concat(perturbed.Pushes);

    private static HashChain AppendResult(HashChain chain, StageRecord stage)
    {
        var next = chain.Append(stage.Stage).Append((ulong)stage.Cost.LabelCount);
        foreach (var value in stage.Results!.Returns)
        {
            next = next.Append(BitConverter.DoubleToUInt64Bits(value));
        }

        foreach (var outcome in stage.Results.Outcomes)
        {
            next = next.Append((ulong)outcome);
        }

        foreach (var recovered in Recovered(stage.Results.Perturbed))
        {
            next = next.Append((ulong)recovered);
        }

        foreach (var value in stage.Results.PrefixReturns)
        {
            next = next.Append(BitConverter.DoubleToUInt64Bits(value));
        }

        foreach (var latched in stage.Results.Latching?.Latched ?? [])
        {
            next = next.Append((ulong)latched);
        }

        return next;
    }
}
