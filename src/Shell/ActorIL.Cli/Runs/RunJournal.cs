using System.Collections.Immutable;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Traces;
using ActorIL.Cli.Inputs;
using ActorIL.Cli.Plugins;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Experiments;
using ActorIL.Storage.Checkpoints;
using ActorIL.Storage.Runs;
using ActorIL.Storage.Traces;
using ActorIL.Training.Reports;
using Serilog.Core;

namespace ActorIL.Cli.Runs;

/// <summary>
/// What a run leaves behind while it runs, so that it can be looked at and gone on with: trace, checkpoints.
/// </summary>
internal sealed class RunJournal : IRunObserver, IDisposable
{
    private readonly RunPaths _paths;
    private readonly string _semanticHash;
    private readonly string _plugins;
    private readonly int _intervalUpdates;
    private readonly bool _isArrival;
    private readonly OpenTrace? _trace;
    private int _updateCount;
    private bool _isTold;
    private Error? _problem;

    private RunJournal(BoundRun run, RunPaths paths, OpenTrace? trace)
    {
        (_paths, _trace) = (paths, trace);
        _semanticHash = run.Configuration.SemanticHash;
        _plugins = RecordedPlugins.Render(RecordedPlugins.Of(run));
        _intervalUpdates = run.Settings.CheckpointIntervalUpdates;
        _isArrival = RunHost.IsArrival(run);
    }

    /// <summary>Whether enough was learned since the last checkpoint.</summary>
    public bool IsCheckpointDue => _intervalUpdates > 0 && _updateCount >= _intervalUpdates;

    /// <summary>What the disk refused; null while all is well.</summary>
    public Error? Problem => _trace?.File.Problem ?? _problem;

    /// <summary>Times the run waited for the disk.</summary>
    public long StallCount => _trace?.File.StallCount ?? 0;

    /// <summary>How long it waited in all.</summary>
    public TimeSpan StallTime => _trace?.File.StallTime ?? TimeSpan.Zero;

    /// <summary>The journal of a run that begins.</summary>
    /// <param name="run">The run.</param>
    /// <param name="paths">Its directory.</param>
    /// <param name="manifest">The head of its trace.</param>
    /// <param name="beginning">What a fork begins with; null for none.</param>
    public static Result<RunJournal, Error> Begin(
        BoundRun run,
        RunPaths paths,
        TraceManifest manifest,
        RunCheckpoint? beginning
    ) =>
        (
            run.Settings.TraceLevel == TraceLevel.Off
                ? NoTrace
                : OpenTrace
                    .Begin(
                        paths.Trace,
                        manifest,
                        beginning,
                        TraceStamp.Recording(manifest),
                        [.. run.Files.Select(InputShelf.Attachment)]
                    )
                    .Map<OpenTrace?>(trace => trace)
        ).Map(trace => new RunJournal(run, paths, trace));

    /// <summary>The journal of a run that goes on from a checkpoint.</summary>
    public static Result<RunJournal, Error> Resume(
        BoundRun run,
        RunPaths paths,
        RunCheckpoint checkpoint,
        RecorderState? recorder,
        TraceResumption resumption
    ) =>
        (
            recorder is null
                ? NoTrace
                : OpenTrace
                    .Resume(paths.Trace, checkpoint, recorder, resumption, TraceStamp.Recording)
                    .Map<OpenTrace?>(trace => trace)
        ).Map(trace => new RunJournal(run, paths, trace));

    public void AfterRound(in RoundReport report)
    {
        _trace?.Recorder.AfterRound(in report);
        if (UpdateBoundary.Of(in report, UpdateBoundaries.NameOf) is not null)
        {
            _updateCount++;
        }
    }

    /// <summary>Keeps everything that the run is between two rounds.</summary>
    /// <param name="host">The host, which has returned from its last call.</param>
    /// <param name="watched">What was seen of the run.</param>
    /// <param name="metricsLength">Bytes of metrics so far.</param>
    /// <param name="log">Hears why there is no checkpoint here.</param>
    public void Save(IActorHost host, WatcherState watched, long metricsLength, Logger log)
    {
        _updateCount = 0;
        _ = host.Capture()
            .Match(
                snapshot =>
                {
                    _problem = Recorder()
                        .Map(recorder =>
                            RunState.Of(snapshot, recorder, watched, metricsLength, _semanticHash, _plugins)
                        )
                        .Then(checkpoint => RunCheckpointFile.Save(_paths.State, checkpoint))
                        .Match<Error?>(_ => null, error => error);
                    return true;
                },
                error =>
                {
                    Tell(error, log);
                    return false;
                }
            );
    }

    /// <summary>A run that never has a checkpoint says so, once; another has its next one a little later.</summary>
    private void Tell(Error refusal, Logger log)
    {
        if (!_isArrival)
        {
            log.Debug("no checkpoint here: {Found:l}", refusal.Found);
        }
        else if (!_isTold)
        {
            _isTold = true;
            log.Warning("this run keeps no checkpoints: {Found:l}. {Remedy:l}", refusal.Found, refusal.Remedy);
        }
    }

    /// <summary>Writes how the run ended and closes the trace; what the disk refused, or nothing.</summary>
    public ImmutableArray<Error> End(RunOutcome outcome, IActorHost host, RunReport report)
    {
        if (Problem is not null)
        {
            return [];
        }

        _trace?.Recorder.End(Endings.Of(outcome, host, report));
        var problem = _trace?.Close().Match<Error?>(_ => null, error => error);
        return problem is null ? [] : [problem];
    }

    /// <summary>Brings what was recorded so far to the disk, as far as whole chunks go.</summary>
    public void Flush() => _ = _trace?.File.Flush(toDisk: true);

    /// <summary>Deletes the checkpoint of a run whose results are all on the disk: nothing is left to resume.</summary>
    public void DeleteCheckpoint() => File.Delete(_paths.State);

    public void Dispose() => _trace?.Dispose();

    private static Result<OpenTrace?, Error> NoTrace => Result.Success<OpenTrace?, Error>(null);

    private Result<RecorderState?, Error> Recorder() =>
        _trace is null
            ? Result.Success<RecorderState?, Error>(null)
            : _trace.Recorder.Save().Map<RecorderState?>(state => state);
}
