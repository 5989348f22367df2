using System.Collections.Immutable;
using ActorIL.Core.Hashing;
using ActorIL.Core.Randomness;
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
            [.. finished.Select(stage => Report(plan, stage))],
            policies,
            EnvironmentSteps(state.Stages),
            weights,
            finished.Aggregate(weights, AppendResult)
        );
    }

    private static IEnumerable<NamedPolicy> Policies(StageRecord stage) =>
        stage.Policy?.Match<IEnumerable<NamedPolicy>>(
            trained: trained => [new(stage.Stage, trained.Snapshot)],
            controller: _ => []
        ) ?? [];

    private static IEnumerable<NamedPolicy> Unfinished(CoordinatorState state, Candidate? candidate) =>
        candidate is not null && state.Stages.All(stage => stage.Policy is null)
            ? [new(RunStages.UnfinishedExpert, candidate.Policy)]
            : [];

    private static StageReport Report(RunPlan plan, StageRecord stage) =>
        new()
        {
            Stage = stage.Stage,
            Algorithm = stage.Algorithm,
            LabelCount = stage.Cost.LabelCount,
            ExpertQueryCount = stage.Cost.ExpertQueryCount,
            EnvironmentStepCount = stage.Cost.EnvironmentStepCount,
            ValidationStepCount = stage.Cost.ValidationStepCount,
            DemonstrationEpisodeCount = stage.Cost.DemonstrationEpisodeCount,
            Selected = stage.Selected,
            Evaluation = EvaluationStatistics.Summarize(
                stage.Results!,
                new RngKey(plan.Evaluation.Seed).Fold("bootstrap")
            ),
        };

    /// <summary>The stages of one group share their data: the largest of each group counts.</summary>
    private static long EnvironmentSteps(ImmutableArray<StageRecord> stages) =>
        stages
            .GroupBy(stage =>
                stage.Algorithm + (stage.Stage.StartsWith("bc-full", StringComparison.Ordinal) ? " full" : "")
            )
            .Sum(group => group.Max(stage => stage.Cost.EnvironmentStepCount));

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

        return next;
    }
}
