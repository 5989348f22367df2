using ActorIL.Actors.Hosts;
using ActorIL.Core.Prelude;
using ActorIL.Experiments;
using ActorIL.Storage.Datasets;
using ActorIL.Storage.Files;
using ActorIL.Storage.Runs;
using ActorIL.Training.Coordination;
using ActorIL.Training.Policies;

namespace ActorIL.Cli.Datasets;

/// <summary>
/// Keeps a run's demonstrations as a data set in its directory, whole episodes where the plan has them. They are on the
/// disk before the round ends, so a checkpoint never stands after demonstrations that are not kept.
/// </summary>
/// <param name="run">The run.</param>
/// <param name="paths">Its directory.</param>
internal sealed class DemonstrationKeeper(BoundRun run, RunPaths paths) : IRunObserver
{
    private readonly DemonstrationWatch _watch = new(run.Plan);
    private CoordinatorMessage.Demonstrated? _kept;

    /// <summary>What the disk refused; null while all is well.</summary>
    public Error? Problem { get; private set; }

    /// <summary>Where the data set of a run is.</summary>
    public static string PathOf(RunPaths paths) =>
        Path.Combine(paths.Demonstrations, RunStages.Expert + DatasetFile.Ending);

    /// <summary>Learns who the expert is where a run goes on after the expert was told.</summary>
    public void Recall(IActorHost host) => _watch.Recall(host);

    public void AfterRound(in RoundReport report)
    {
        _watch.AfterRound(in report);
        if (_watch.Latest is { } latest && !ReferenceEquals(latest, _kept) && Problem is null)
        {
            _kept = latest;
            Problem = Keep(run, paths, latest, _watch.Policy).Match<Error?>(_ => null, error => error);
        }
    }

    /// <summary>Writes demonstrations into a run directory.</summary>
    /// <param name="run">The run they were made in.</param>
    /// <param name="paths">The directory.</param>
    /// <param name="demonstrated">The episodes.</param>
    /// <param name="policy">Who demonstrated.</param>
    public static Result<string, Error> Keep(
        BoundRun run,
        RunPaths paths,
        CoordinatorMessage.Demonstrated demonstrated,
        PolicySource policy
    )
    {
        var controllerName = run.Plan.Environment.Controller.Match(controller => controller.Name, _ => "");
        var record = DemonstrationRecord.Of(
            run,
            policy,
            policy.Match(
                trained: _ => RunStages.Expert,
                controller: _ => controllerName,
                ensemble: _ => RunStages.Expert
            ),
            DemonstrationWatch.StepsMax(run.Plan, demonstrated),
            demonstrated.Demonstrations.Trajectories
        );
        return Folder
            .Make(paths.Demonstrations)
            .Then(_ => DatasetFile.Save(PathOf(paths), record.Sidecar, record.Content));
    }
}
