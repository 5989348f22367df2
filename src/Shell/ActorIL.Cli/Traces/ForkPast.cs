using ActorIL.Actors.Snapshots;
using ActorIL.Cli.Datasets;
using ActorIL.Cli.Runs;
using ActorIL.Core.Prelude;
using ActorIL.Experiments;
using ActorIL.Storage.Runs;

namespace ActorIL.Cli.Traces;

/// <summary>What a run was up to where it is forked.</summary>
/// <param name="Snapshot">All it is there.</param>
/// <param name="Watched">What was seen of it.</param>
/// <param name="Demonstrations">What its expert had demonstrated.</param>
internal sealed record ForkPast(SystemSnapshot Snapshot, WatcherState Watched, DemonstrationWatch Demonstrations)
{
    /// <summary>Writes what was demonstrated into the fork's directory; it is the parent's data set.</summary>
    public Result<RunPaths, Error> Keep(BoundRun parent, RunPaths paths) =>
        Demonstrations.Latest is { } latest
            ? DemonstrationKeeper.Keep(parent, paths, latest, Demonstrations.Policy).Map(_ => paths)
            : Result.Success<RunPaths, Error>(paths);
}
