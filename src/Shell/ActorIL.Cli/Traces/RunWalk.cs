using System.Collections.Immutable;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Probing;
using ActorIL.Actors.Snapshots;
using ActorIL.Actors.Traces;
using ActorIL.Cli.Runs;
using ActorIL.Core.Prelude;
using ActorIL.Experiments;
using ActorIL.Plugins;
using ActorIL.Storage.Traces;
using ActorIL.Training;

namespace ActorIL.Cli.Traces;

/// <summary>
/// A run that is computed again, delivery by delivery. Going back restores the nearest snapshot and computes from
/// there.
/// </summary>
internal sealed class RunWalk : IDisposable
{
    private readonly ReplayedRun _run;
    private readonly RunSettings _settings;
    private readonly SnapshotShelf _shelf = new();
    private RunHost _host;
    private RecordedExternals _externals;
    private SteppedRound _round;
    private int _index = -1;

    private RunWalk(
        ReplayedRun run,
        RunSettings settings,
        RunHost host,
        RecordedExternals externals,
        SteppedRound round
    ) => (_run, _settings, _host, _externals, _round) = (run, settings, host, externals, round);

    /// <summary>The delivery at hand; null before the first.</summary>
    public TraceEntry.Delivered? Current => _index < 0 ? null : _round.Deliveries[_index];

    /// <summary>Its ordinal; 0 before the first.</summary>
    public long Ordinal => Current?.Record.Ordinal ?? 0;

    /// <summary>The deliveries of the round at hand.</summary>
    public ImmutableArray<TraceEntry.Delivered> Round => _round.Deliveries;

    /// <summary>Snapshots it can go back to.</summary>
    public int SnapshotCount => _shelf.Count;

    /// <summary>Paths of the actors seen so far, by id.</summary>
    public ImmutableArray<ActorPathRecord> Paths => _round.Paths;

    /// <summary>Every living actor after the round of the delivery at hand.</summary>
    public ImmutableArray<ActorDigest> Actors => _host.Host.StateDigests();

    /// <summary>A walk that stands before the first delivery.</summary>
    public static Result<RunWalk, Error> Start(ReplayedRun run)
    {
        var settings = run.Run.Settings with { Host = ShippedPlugin.SimulationHostName };
        var round = new SteppedRound();

        // The walk disposes of them, which the analyser does not see through the result.
#pragma warning disable CA2000
        var externals = run.Externals();
#pragma warning restore CA2000
        return Open(run, settings, run.Origin, round, probe: null, externals)
            .Map(host => new RunWalk(run, settings, host, externals, round))
            .MapError(error =>
            {
                externals.Dispose();
                return error;
            });
    }

    /// <summary>Goes on by one delivery; false where there is none.</summary>
    public bool Next()
    {
        if (_index + 1 < _round.Deliveries.Length)
        {
            _index++;
            return true;
        }

        var last = _round.Deliveries;
        while (_round.Deliveries == last)
        {
            Keep();
            if (!RunRound())
            {
                return false;
            }
        }

        _index = 0;
        return true;
    }

    /// <summary>
    /// Goes to a delivery, back or forth; false where the run ends before it, which leaves the walk at its last one.
    /// </summary>
    public Result<bool, Error> Seek(long ordinal) =>
        ordinal >= FirstOfRound && ordinal > 0 ? Result.Success<bool, Error>(Advance(ordinal)) : Rewind(ordinal);

    /// <summary>The step of the delivery at hand, looked at closely in a run of its own.</summary>
    public Result<StepObservation, Error> Look()
    {
        if (Current is not { } current)
        {
            return Result.Failure<StepObservation, Error>(
                new("show", "no delivery yet", "a delivery", "`next` goes to the first one.")
            );
        }

        var ordinal = current.Record.Ordinal;
        using var externals = _run.Externals();
        return Open(_run, _settings, OriginBefore(FirstOfRound), new(), new(current.Record.Key), externals)
            .Then(host =>
            {
                using (host)
                {
                    _ = host.Host.Run(progress => progress.DeliveryCount >= ordinal);
                    return host.Host.Observation is { } observation
                        ? Result.Success<StepObservation, Error>(observation)
                        : Result.Failure<StepObservation, Error>(
                            new("show", "a step that did not come again", "a run that is always the same", "Try again.")
                        );
                }
            });
    }

    public void Dispose()
    {
        _host.Dispose();
        _externals.Dispose();
    }

    private long FirstOfRound => _round.Deliveries.IsEmpty ? 0 : _round.Deliveries[0].Record.Ordinal;

    private bool Advance(long ordinal)
    {
        if (!_round.Deliveries.IsEmpty)
        {
            _index = 0;
        }

        while (Ordinal < ordinal)
        {
            if (!Next())
            {
                return false;
            }
        }

        return true;
    }

    private Result<bool, Error> Rewind(long ordinal)
    {
        var round = new SteppedRound();
        _externals.Dispose();
        _externals = _run.Externals();
        return Open(_run, _settings, OriginBefore(ordinal), round, probe: null, _externals)
            .Map(host =>
            {
                _host.Dispose();
                (_host, _round, _index) = (host, round, -1);
                return Advance(ordinal);
            });
    }

    // A snapshot of after a fork's beginning has what is otherwise there in it.
    private RunOrigin OriginBefore(long ordinal) =>
        _shelf.Before(ordinal) is { } snapshot ? new(snapshot, Fork: null) : _run.Origin;

    private void Keep()
    {
        var count = _host.Host.Progress.DeliveryCount;
        if (count > 0 && _shelf.Wants(count))
        {
            // An outcome on its way cannot be kept; the next round can.
            _ = _host.Host.Capture().Match(Add, _ => false);
        }

        bool Add(SystemSnapshot snapshot)
        {
            _shelf.Add(snapshot);
            return true;
        }
    }

    /// <summary>Computes one round; false where the run is over.</summary>
    private bool RunRound()
    {
        var before = _host.Host.Progress;
        var isRun = false;
        _ = _host.Host.Run(_ =>
        {
            var isSecond = isRun;
            isRun = true;
            return isSecond;
        });
        return _host.Host.Progress != before;
    }

    /// <param name="run">The run.</param>
    /// <param name="settings">How to compute it.</param>
    /// <param name="origin">Where to begin.</param>
    /// <param name="round">Watches it.</param>
    /// <param name="probe">A step to look at closely; null for none.</param>
    /// <param name="externals">What the run is given from outside, from its beginning.</param>
    private static Result<RunHost, Error> Open(
        ReplayedRun run,
        RunSettings settings,
        RunOrigin origin,
        SteppedRound round,
        StepProbe? probe,
        RecordedExternals externals
    )
    {
        round.Learn(VerifySession.Known(origin));
        var own = run with { Run = run.Run with { Settings = settings }, Origin = origin };
        return own.StartHost(kernel =>
            kernel with
            {
                Observers = [round],
                Probe = probe,
                RecordedResults = externals.Find,
            }
        );
    }
}
