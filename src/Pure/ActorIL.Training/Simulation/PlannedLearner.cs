using System.Collections.Immutable;
using ActorIL.Actors.Addressing;
using ActorIL.Training.Coordination;
using ActorIL.Training.Plans;

namespace ActorIL.Training.Simulation;

/// <summary>A PPO learner that a plan has: the expert's, or a generator.</summary>
/// <param name="Actor">Who it is.</param>
/// <param name="Name">Its name below the root.</param>
/// <param name="Plan">What it is to do.</param>
internal readonly record struct PlannedLearner(ActorId Actor, string Name, ExpertPlan.Trained Plan)
{
    /// <summary>All of them, the expert's first.</summary>
    public static ImmutableArray<PlannedLearner> Of(RunPlan plan) =>
        [.. Training(plan), .. plan.Adversaries.Select(adversary => Named(adversary.Name, adversary.Generator))];

    private static ImmutableArray<PlannedLearner> Training(RunPlan plan) =>
        plan.Expert.Training is { } trained ? [Named(CoordinatorBehavior.LearnerName, trained)] : [];

    private static PlannedLearner Named(string name, ExpertPlan.Trained plan) =>
        new(ActorId.Root(RunSystem.RootName).Child(name), name, plan);
}
