using System.Globalization;
using ActorIL.Actors.Behaviors;
using ActorIL.Algorithms.Dagger;
using ActorIL.Core.Experience;
using ActorIL.Core.Prelude;
using ActorIL.Environments;
using ActorIL.Training.Appraisals;
using ActorIL.Training.Collection;
using ActorIL.Training.Pipelines;
using ActorIL.Training.Replay;
using ActorIL.Training.Students;
using ActorIL.Training.Visits;

namespace ActorIL.Training.Dagger;

/// <summary>Who a trainer in rounds has below it, and what each of them does.</summary>
/// <param name="Environment">Which environment.</param>
/// <param name="Config">Rounds and how students learn.</param>
/// <param name="RetriesMax">Times a failed chunk is asked for again, ≥ 0.</param>
/// <param name="LabelStages">What labelled batches go through before they are kept, in order.</param>
internal readonly record struct DaggerChildren(
    EnvironmentEntry Environment,
    DaggerConfig Config,
    int RetriesMax,
    EquatableArray<PipelineStage<LabelledBatch>> LabelStages
)
{
    public const string AppraiserName = "appraiser";
    public const string CollectorName = "collector";
    public const string VisitorName = "visitor";
    public const string ReplayName = "replay";

    /// <summary>Members of the student: one, or those of an ensemble.</summary>
    public int StudentCount => Config.Rounds.Match(_ => 1, byEpisodes: plan => plan.Strategy.EnsembleSize);

    public static string StudentName(int member) =>
        member == 0 ? "student" : string.Create(CultureInfo.InvariantCulture, $"student-{member}");

    public CollectorBehavior Collector() => new(Environment, EnvironmentCount: 1, BlockCount: 1, RetriesMax);

    /// <summary>Who drives whole episodes; null where rounds are counted in labels.</summary>
    public VisitorBehavior? Visitor()
    {
        var (environment, namesEpisodes, retriesMax) = (Environment, Config.Student.Costs is not null, RetriesMax);
        return Config.Rounds.Match<VisitorBehavior?>(
            byLabels: _ => null,
            byEpisodes: plan =>
                new(environment, plan.Strategy) { NamesEpisodes = namesEpisodes, RetriesMax = retriesMax }
        );
    }

    /// <summary>Who finds out what actions cost; null where only labels are learnt from.</summary>
    public AppraiserBehavior? Appraiser() =>
        Config.Student.Costs is { } costs ? new(Environment, costs) { RetriesMax = RetriesMax } : null;

    public ReplayBehavior Replay() => new(Environment, Config.Replay) { Stages = LabelStages };

    public StudentBehavior Student() => new(Environment, Config.Student, Config.WarmStart);

    /// <summary>By name; null for nobody's.</summary>
    public Behavior? Of(string name) =>
        name switch
        {
            AppraiserName => Appraiser(),
            CollectorName => Collector(),
            VisitorName => Visitor(),
            ReplayName => Replay(),
            _ => Enumerable.Range(0, StudentCount).Any(member => StudentName(member) == name) ? Student() : null,
        };
}
