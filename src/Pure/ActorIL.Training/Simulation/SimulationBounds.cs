using ActorIL.Actors.Exploration;
using ActorIL.Algorithms.Dagger;
using ActorIL.Training.Coordination;
using ActorIL.Training.Plans;

namespace ActorIL.Training.Simulation;

/// <summary>How far a simulation may go, and which failures it gets over.</summary>
internal static class SimulationBounds
{
    /// <summary>Rounds allowed, as a multiple of the plain run's.</summary>
    public const int RoundFactor = 2;

    /// <summary>Rounds allowed beyond that for each planned fault.</summary>
    public const int RoundsPerFault = 32;

    /// <summary>Rounds after which a simulation counts as one that never ends.</summary>
    public static long RoundCountMax(RunBaseline baseline, Scenario scenario) =>
        (RoundFactor * (scenario.IsExplored ? baseline.RoundCountOneByOne : baseline.RoundCount))
        + ((long)RoundsPerFault * scenario.Faults.Count);

    /// <summary>
    /// The most messages that can be on their way to one actor: a request and the answers of all shards for each
    /// evaluation of the plan, which nobody waits for before going on; and, for each block, its chunk and the word that
    /// it is ready, once and after each failure.
    /// </summary>
    public static long MailboxCountMax(RunPlan plan)
    {
        var blockCount = PlannedLearner.Of(plan).Select(learner => learner.Plan.BlockCount).Append(1).Max();
        var perBlock = 2 + plan.RetriesMax;
        return (EvaluationCount(plan) * (1 + plan.Evaluation.ShardCount)) + ((long)blockCount * perBlock) + 1;
    }

    /// <summary>
    /// Failures an actor may have in a run that goes on with the same result: those of an environment block are
    /// repaired by its collector, `retries-max` times within a chunk. A failure of any other actor is passed on by
    /// every parent up to the root and ends the run.
    /// </summary>
    public static int FailuresMax(RunPlan plan, string path) => IsBlock(plan, path) ? plan.RetriesMax : 0;

    private static bool IsBlock(RunPlan plan, string path) =>
        path.Split('/') is ["", RunSystem.RootName, var owner, "collector", var name]
        && (owner == RunChildren.DaggerName || PlannedLearner.Of(plan).Any(learner => learner.Name == owner))
        && name.StartsWith("block-", StringComparison.Ordinal);

    private static long EvaluationCount(RunPlan plan)
    {
        var validations = PlannedLearner
            .Of(plan)
            .Sum(learner => 1 + (learner.Plan.Algorithm.UpdateCount / learner.Plan.ValidationIntervalUpdates));
        var rounds = plan
            .Students.Select(student => student.Learning.Rounds)
            .Concat(plan.Dagger is { } dagger ? [dagger.Rounds] : [])
            .Sum(DaggerRounds.Count);
        return RunStages.Of(plan).Length + validations + rounds;
    }
}
