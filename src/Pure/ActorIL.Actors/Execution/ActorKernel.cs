using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Ordering;
using ActorIL.Actors.Probing;
using ActorIL.Actors.Snapshots;
using ActorIL.Core.Prelude;

namespace ActorIL.Actors.Execution;

/// <summary>
/// The round machine every host drives: begin a round, run its steps on any worker and in any order of receivers,
/// commit what they asked for in key order. Which worker ran what shows nowhere.
/// </summary>
internal sealed class ActorKernel
{
    private readonly HopWatch _hops;
    private StepWorker[] _workers = [];
    private StepRecord[] _records = new StepRecord[4];
    private bool _isCommitted = true;

    // Where envelopes come in an order that was recorded.
    private ArrivalReplay? _arrivals;

    // Where a schedule explores other orders than that of the keys.
    private Func<ReadOnlySpan<Envelope>, int>? _pick;

    public ActorKernel(Behavior root, ActorSystem system)
    {
        System = system;
        _hops = new(system);
        Lifecycle.Spawn(system, parent: null, new SpawnRequest(system.Settings.RootName, root), cause: 0);
        Lifecycle.Settle(system, cause: 0);
    }

    private ActorKernel(ActorSystem system)
    {
        System = system;
        _hops = new(system);
    }

    public ActorSystem System { get; }

    /// <summary>Envelopes of the round at hand.</summary>
    public int EnvelopeCount
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => System.Queue.Current.Count;
    }

    /// <summary>The round at hand, in key order: runs of one receiver stand together.</summary>
    public ReadOnlySpan<Envelope> Envelopes => System.Queue.Current.Items;

    /// <summary>A kernel that goes on from a snapshot.</summary>
    public static Result<ActorKernel, Error> Restore(
        Behavior root,
        ActorSystem system,
        SystemSnapshot snapshot,
        Reconfiguration? reconfiguration = null
    )
    {
        var kernel = new ActorKernel(system);
        kernel._hops.Restore(snapshot.Hops);
        var fault = SystemRestoring.Run(system, root, snapshot);
        fault ??= reconfiguration is null ? null : Reconfiguring.Run(system, reconfiguration);
        return fault is { } error
            ? Result.Failure<ActorKernel, Error>(error)
            : Result.Success<ActorKernel, Error>(kernel);
    }

    /// <summary>Runs what a behaviour may fail at, outside of its steps; what it threw, or null.</summary>
    public static Exception? Attempt(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (Exception exception) when (!StepFailure.IsFatal(exception))
        {
            return exception;
        }
    }

    /// <summary>All that the run is, between two rounds.</summary>
    public Result<SystemSnapshot, Error> Capture() =>
        System.IsArrival
            ? Result.Failure<SystemSnapshot, Error>(
                new(
                    System.Settings.RootName,
                    "a run in order of arrival",
                    "a run in the order of its keys",
                    "What is on its way there lies in mailboxes: it is repeated from its beginning, or not at all."
                )
            )
            : SystemCapture.Run(System, _hops.Capture(), _isCommitted);

    /// <summary>What the probe of the settings has seen.</summary>
    public StepObservation? Observation =>
        _workers.Select(static worker => worker.Observation).FirstOrDefault(static seen => seen is not null);

    /// <param name="forks">Who runs the parts of its steps; null for itself.</param>
    public StepWorker AddWorker(IForkJoin? forks = null)
    {
        var settings = System.Settings;
        var worker = new StepWorker(
            _workers.Length,
            System.Actors,
            settings.EdgeMessageCountMax,
            settings.Probe,
            forks ?? OneByOne.Instance
        );
        _workers = [.. _workers, worker];
        settings.Watch?.Add(this, worker);
        return worker;
    }

    /// <summary>Lets a schedule choose the order within each tick, one envelope a round.</summary>
    public void Explore(ISchedule schedule) => _pick = new ReadyEnvelopes(schedule).Pick;

    /// <summary>Takes envelopes one by one in an order that was recorded.</summary>
    public void Replay(IArrivalOrder order)
    {
        System.IsArrival = true;
        _arrivals = new(System, order);
    }

    /// <summary>Makes a round of one envelope, whenever it was due.</summary>
    /// <param name="envelope">The envelope.</param>
    /// <param name="tick">The receiver's time.</param>
    public void BeginArrival(in Envelope envelope, long tick)
    {
        System.Queue.Take(in envelope, tick);
        _isCommitted = false;
        foreach (var worker in _workers)
        {
            worker.Tick = System.Tick;
            worker.Micro = System.Micro;
        }
    }

    /// <summary>Takes up the next round; false when the run is over or nothing is left to do.</summary>
    public bool BeginRound()
    {
        if (_arrivals is not null && System.Outcome is null && _isCommitted)
        {
            return BeginRecorded(_arrivals);
        }

        if (System.Outcome is not null)
        {
            return false;
        }

        if (!_isCommitted)
        {
            throw new InvalidOperationException("The last round was broken off by an exception; the run cannot go on.");
        }

        if (!(_pick is null ? System.Queue.Advance() : System.Queue.AdvanceOne(_pick)))
        {
            System.Outcome = new RunOutcome.Completed();
            return false;
        }

        _isCommitted = false;
        var round = System.Queue.Current;
        round.Sort();
        if (round.HasExternal)
        {
            TakeExternal(round.Items);
        }

        if (_records.Length < round.Count)
        {
            EnlargeRecords(round.Count);
        }

        foreach (var worker in _workers)
        {
            worker.Tick = System.Tick;
            worker.Micro = System.Micro;
        }

        return true;
    }

    /// <summary>Runs the steps of the envelopes in [start, end), which hold all or none of each receiver's.</summary>
    public void Run(int start, int end, StepWorker worker)
    {
        worker.Begin(start);
        for (var i = start; i < end; i++)
        {
            try
            {
                // What fails leaves the loop, and the next step enters it again.
                for (; i < end; i++)
                {
                    worker.StepTo(i);
                    Step(i, worker);
                }
            }
            catch (Exception exception) when (_records[i].Cell is not null && !StepFailure.IsFatal(exception))
            {
                StepFailure.Note(ref System.Queue.Current.Items[i], ref _records[i], worker, exception);
            }
        }

        worker.End();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Step(int index, StepWorker worker)
    {
        ref var envelope = ref System.Queue.Current.At(index);
        ref var record = ref _records[index];
        if (envelope.Edge?.Receiver is { IsSuspended: false, IsFailing: false } cell)
        {
            cell.Step(ref envelope, ref record, worker);
        }
        else
        {
            StepUncommon(ref envelope, ref record, worker);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void StepUncommon(ref Envelope envelope, ref StepRecord record, StepWorker worker)
    {
        if (
            CellOf(in envelope) is { IsSuspended: false, IsFailing: false } cell
            || AnswersSuspended(in envelope, out cell)
        )
        {
            cell.Step(ref envelope, ref record, worker);
        }
        else
        {
            NotTaken(in envelope, ref record);
        }
    }

    /// <summary>
    /// In order of arrival, a parent that waits for an answer itself still answers its children's failures, as Akka has
    /// it: whoever asks cannot be kept waiting.
    /// </summary>
    private bool AnswersSuspended(in Envelope envelope, [NotNullWhen(true)] out ActorCell? cell)
    {
        cell = System.IsArrival && envelope.Kind == EnvelopeKind.Failure ? CellOf(in envelope) : null;
        return cell is { IsStarted: true, IsFailing: false };
    }

    private bool BeginRecorded(ArrivalReplay arrivals)
    {
        if (!arrivals.TryNext(out var envelope, out var tick))
        {
            return false;
        }

        BeginArrival(in envelope, tick);
        if (envelope.Kind == EnvelopeKind.External)
        {
            TakeExternal(System.Queue.Current.Items);
        }

        return true;
    }

    /// <summary>What becomes of an envelope whose receiver is not there, or takes nothing now.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void NotTaken(in Envelope envelope, ref StepRecord record)
    {
        if (CellOf(in envelope) is { } cell)
        {
            record.Status = StepStatus.Held;
            Mailbox.Hold(cell, in envelope, System.Tick, System.Micro);
        }
        else
        {
            record.Status = DeadLetters.Takes(envelope.Kind) ? StepStatus.DeadLetter : StepStatus.Dropped;
            record.Detail = "There is no such actor.";
        }
    }

    /// <summary>The receiver of an envelope of the round at hand; null where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ActorCell? CellOf(in Envelope envelope) => envelope.Edge?.Receiver ?? System.Actors.Find(envelope.To);

    /// <summary>Makes the round history: folds the chain and applies every effect, in key order.</summary>
    public void Commit()
    {
        var envelopes = System.Queue.Current.Items;
        for (var i = 0; i < envelopes.Length; i++)
        {
            ref var record = ref _records[i];
            if (System.IsArrival && !record.IsCounted)
            {
                ArrivalReplay.Report(System, in envelopes[i]);
            }

            RoundCommit.Run(System, _workers[record.WorkerIndex].Effects, ref envelopes[i], ref record);
            record = default;
        }

        if (System.Stopped.Count + System.Spawned.Count > 0)
        {
            Lifecycle.Settle(System, System.DeliveryCount);
        }

        if (System.Micro >= _hops.FirstMicro)
        {
            _hops.AfterRound(envelopes);
        }

        if (System.Log.IsObserved)
        {
            System.Log.Publish(System);
        }

        _isCommitted = true;
        foreach (var worker in _workers)
        {
            worker.Effects.Clear();
        }

        if (System.Root is { IsRemoved: true })
        {
            System.Outcome ??= new RunOutcome.Completed();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void EnlargeRecords(int count) => _records = new StepRecord[Math.Max(count, 2 * _records.Length)];

    private void TakeExternal(Span<Envelope> envelopes)
    {
        if (System.Settings.RecordedResults is { } results)
        {
            ResultRecall.Run(System, envelopes, results);
        }
        else
        {
            WaitForExternal(envelopes);
        }
    }

    private static void WaitForExternal(Span<Envelope> envelopes)
    {
        foreach (ref var envelope in envelopes)
        {
            if (envelope.Kind == EnvelopeKind.External && envelope.Body is Func<ExternalOutcome> wait)
            {
                envelope.Body = wait();
            }
        }
    }
}
