using System.Collections.Immutable;
using ActorIL.Actors.Addressing;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Execution;
using ActorIL.Actors.Ordering;
using ActorIL.Actors.Supervision;
using ActorIL.Core.Hashing;
using ActorIL.Core.Prelude;

namespace ActorIL.Actors.Hosts;

/// <summary>
/// The ledger of a free-running host: actors take messages up as they arrive, and what each step asks for is committed
/// when it ends. The order of these commits is the run's: a <see cref="SimulationHost"/> repeats the run by it.
/// </summary>
/// <remarks>
/// Every member but <see cref="ArrivalStep.Run"/> is called under one lock of the host's. A step that is overtaken, by
/// a failure above it or an end of its actor, was never taken up: nothing of it is kept.
/// </remarks>
public sealed class ArrivalKernel
{
    private readonly ActorKernel _kernel;
    private readonly IArrivalTransport _transport;
    private readonly IForkJoin _forks;
    private readonly Stack<StepWorker> _idle = new();
    private readonly List<ArrivalEnvelope> _waits = [];
    private long _onTheWayCount;
    private long _tick;

    /// <param name="root">The root's behaviour.</param>
    /// <param name="settings">What else the run is made of; faults are for other hosts.</param>
    /// <param name="transport">Carries messages.</param>
    /// <param name="forks">Who runs the parts of a step.</param>
    public ArrivalKernel(Behavior root, KernelSettings settings, IArrivalTransport transport, IForkJoin forks)
    {
        (_transport, _forks) = (transport, forks);
        var system = new ActorSystem(settings with { Faults = FaultPlan.None })
        {
            IsArrival = true,
            Begun = transport.Begun,
            Ended = transport.Ended,
            Watched = transport.Watched,
            Unwatched = transport.Unwatched,
        };
        _kernel = new(root, system);
    }

    /// <summary>How the run has ended; null while it goes on.</summary>
    public RunOutcome? Outcome => _kernel.System.Outcome;

    /// <inheritdoc cref="IActorHost.Chain"/>
    public HashChain Chain => _kernel.System.Chain;

    /// <inheritdoc cref="IActorHost.DeadLetterCount"/>
    public long DeadLetterCount => _kernel.System.DeadLetterCount;

    /// <inheritdoc cref="IActorHost.Progress"/>
    public RunProgress Progress => _kernel.System.Progress;

    /// <summary>Sends what the run begins with.</summary>
    public void Begin() => SendAll();

    /// <summary>
    /// An actor looks at what has arrived, on its own turn. What it returns is to be run without the lock and then
    /// given to <see cref="Close"/>; null where everything was done at once.
    /// </summary>
    public ArrivalStep? Open(HostedActor actor, ArrivalEnvelope envelope)
    {
        if (Outcome is not null)
        {
            return null;
        }

        if (IsRedirected(envelope))
        {
            return null;
        }

        var (cell, worker) = ((ActorCell)actor, Worker());
        _tick = Math.Max(_tick, envelope.DueTick);
        if (cell is { IsRemoved: false, IsSuspended: false } && cell.LookAhead(ref envelope.Envelope))
        {
            return new(cell, envelope, worker, _tick);
        }

        Commit(envelope, worker, _tick);
        return null;
    }

    /// <summary>
    /// Takes a step up that has been run; false where its actor began anew meanwhile and is to look again.
    /// </summary>
    public bool Close(ArrivalStep step)
    {
        var cell = step.Cell;
        if (Outcome is not null || cell.StartNumber != step.StartNumber)
        {
            cell.ForgetAhead();
            _idle.Push(step.Worker);
            return Outcome is not null;
        }

        if (cell.IsRemoved || cell.IsSuspended)
        {
            cell.ForgetAhead();
        }

        Commit(step.Envelope, step.Worker, step.Tick);
        return true;
    }

    /// <summary>
    /// A parent answers a failure; what is to be done in the end, or null where the failure is no more.
    /// </summary>
    public Directive? Supervise(ArrivalEnvelope failure)
    {
        if (Outcome is not null)
        {
            return null;
        }

        _kernel.System.Answered = null;
        Commit(failure, Worker(), _tick);
        return _kernel.System.Answered;
    }

    /// <summary>Whether what an actor answers to one child's failure concerns all of them.</summary>
    public static bool IsAllForOne(HostedActor parent) =>
        ((ActorCell)parent).Behavior.Strategy.Scope == SupervisionScope.AllForOne;

    /// <summary>Something was carried to an actor that is no more.</summary>
    public void Lose(ArrivalEnvelope envelope)
    {
        if (Outcome is null && !IsRedirected(envelope))
        {
            Commit(envelope, Worker(), _tick);
        }
    }

    /// <summary>Ends the run: what runs it has failed.</summary>
    public void Fault(Error error) => _kernel.System.Outcome ??= new RunOutcome.Faulted(error);

    /// <inheritdoc cref="IActorHost.StateDigests"/>
    public ImmutableArray<ActorDigest> StateDigests() => _kernel.System.Actors.Digests();

    /// <inheritdoc cref="IActorHost.StateBytes"/>
    public Result<ActorStateBytes, Error> StateBytes(ActorId actor) => _kernel.System.StateBytes(actor);

    /// <inheritdoc cref="IActorHost.FinalState{TState}"/>
    public Result<TState, Error> FinalState<TState>(ActorId actor) => _kernel.System.StateOf<TState>(actor);

    private StepWorker Worker() => _idle.TryPop(out var worker) ? worker : _kernel.AddWorker(_forks);

    private void Commit(ArrivalEnvelope arrived, StepWorker worker, long tick)
    {
        if (!_waits.Remove(arrived))
        {
            _onTheWayCount--;
        }

        _kernel.BeginArrival(in arrived.Envelope, tick);
        _kernel.Run(0, 1, worker);
        _kernel.Commit();
        _idle.Push(worker);
        SendAll();
        if (_onTheWayCount == 0 && !_waits.Exists(IsAwaited))
        {
            _kernel.System.Outcome ??= new RunOutcome.Completed();
        }
    }

    /// <summary>Carries what the commit has sent; what nobody is there for is a dead letter at once.</summary>
    private void SendAll()
    {
        var sent = new List<ArrivalEnvelope>();
        _kernel.System.Queue.GiveAll(
            (envelope, due) => sent.Add(new(in envelope, _kernel.CellOf(in envelope), due, _kernel.System.Tick))
        );
        foreach (var envelope in sent)
        {
            if (envelope.IsWait)
            {
                _waits.Add(envelope);
            }
            else
            {
                _onTheWayCount++;
            }
        }

        foreach (var envelope in sent)
        {
            if (envelope.Receiver is null)
            {
                envelope.WaitForOutside();
                Lose(envelope);
            }
            else
            {
                _transport.Send(envelope);
            }
        }
    }

    /// <summary>Carries it on where another actor has its receiver's path by now.</summary>
    private bool IsRedirected(ArrivalEnvelope arrived)
    {
        var cell = _kernel.CellOf(in arrived.Envelope);
        if (cell is null || cell == arrived.Receiver)
        {
            return false;
        }

        var again = new ArrivalEnvelope(in arrived.Envelope, cell, arrived.DueTick, arrived.DueTick);
        if (_waits.Remove(arrived))
        {
            _onTheWayCount++;
        }

        _transport.Send(again);
        return true;
    }

    /// <summary>
    /// Whether anybody still waits for it: cancelled timers and answered asks do not keep a run going.
    /// </summary>
    private bool IsAwaited(ArrivalEnvelope wait)
    {
        ref var envelope = ref wait.Envelope;
        var number = envelope.Number;
        return _kernel.System.Actors.Find(envelope.To) is { } cell
            && (envelope.Kind != EnvelopeKind.Timer || cell.Timers.Exists(timer => timer.Generation == number))
            && (envelope.Kind != EnvelopeKind.AskTimeout || Requests.IndexOf(cell, number) >= 0);
    }
}
