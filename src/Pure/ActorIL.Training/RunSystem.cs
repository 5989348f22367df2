using ActorIL.Actors.Addressing;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Hosts;
using ActorIL.Core.Prelude;
using ActorIL.Training.Coordination;
using ActorIL.Training.Learning;
using ActorIL.Training.Plans;
using ActorIL.Training.Reports;

namespace ActorIL.Training;

/// <summary>A run as an actor system, for any host: its root, its settings, and how to read its result.</summary>
public static class RunSystem
{
    /// <summary>Name of the root actor; paths begin with it.</summary>
    public const string RootName = "run";

    public static Behavior Root(RunPlan plan) => new CoordinatorBehavior(plan);

    public static KernelSettings Settings(RunPlan plan) =>
        new(plan.Seed) { RootName = RootName, HopsPerTickMax = plan.HopsPerTickMax };

    /// <summary>The report of a run that has ended or stands between two rounds, or why there is none.</summary>
    /// <remarks>
    /// A run stopped in the middle of the expert's training has the best candidate so far as an unfinished expert.
    /// </remarks>
    public static Result<RunReport, Error> Report(RunPlan plan, IActorHost host)
    {
        var root = ActorId.Root(RootName);
        var best = host.FinalState<ILearnerState>(root.Child(CoordinatorBehavior.LearnerName))
            .Match(learner => learner.Best, _ => null);
        return host.FinalState<CoordinatorState>(root).Map(state => RunReporting.Of(plan, state, best));
    }
}
