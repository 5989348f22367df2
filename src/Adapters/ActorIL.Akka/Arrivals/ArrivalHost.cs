using System.Collections.Immutable;
using ActorIL.Actors.Addressing;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Ordering;
using ActorIL.Actors.Probing;
using ActorIL.Actors.Snapshots;
using ActorIL.Akka.Hosting;
using ActorIL.Akka.Logging;
using ActorIL.Akka.Ordered;
using ActorIL.Core.Hashing;
using ActorIL.Core.Mathematics;
using ActorIL.Core.Prelude;
using Akka.Actor;

namespace ActorIL.Akka.Arrivals;

/// <summary>
/// A free-running host: messages lie in Akka's mailboxes and are taken up as they arrive, on as many threads as there
/// are; Akka's timers end waits, its watches tell of ends, its supervision carries directives out. What is taken up in
/// which order is kept in the run's ledger.
/// </summary>
public sealed class ArrivalHost : IActorHost, IArrivalTransport, IDisposable
{
    private const int PollMilliseconds = 2;
    private readonly Lock _gate = new();
    private readonly ManualResetEventSlim _over = new(initialState: false);
    private readonly ManualResetEventSlim _running = new(initialState: false);
    private readonly ThreadLocal<bool> _isProbed = new();
    private readonly SortedDictionary<ulong, ArrivalSlot> _slots = [];
    private readonly ArrivalKernel _kernel;
    private readonly TimeSpan _tick;
    private bool _isRunning;
    private bool _isBegun;
    private volatile bool _isEnding;

    private ArrivalHost(HostStart start, ActorSystem system, TimeSpan tick)
    {
        (System, _tick) = (system, tick);
        system.ActorOf(Props.Create<DeadLetterListener>(this), "dead-letters");
        var dispatcher = system.Dispatchers.Lookup(AkkaConfiguration.DispatcherId);
        var settings = start.Settings with { Observers = start.Settings.Observers.Add(LifecycleLog.Of(system)) };
        _kernel = new(start.Root, settings, this, new DispatcherForks(dispatcher, start.WorkerCount - 1));
    }

    /// <summary>The actor system that runs it.</summary>
    public ActorSystem System { get; }

    /// <inheritdoc/>
    public HashChain Chain => Locked(static kernel => kernel.Chain);

    /// <inheritdoc/>
    public long DeadLetterCount => Locked(static kernel => kernel.DeadLetterCount);

    /// <inheritdoc/>
    public RunProgress Progress => Locked(static kernel => kernel.Progress);

    /// <inheritdoc/>
    public StepObservation? Observation => null;

    /// <summary>Starts a run in an actor system, which ends with it.</summary>
    /// <param name="start">What to run, from its beginning.</param>
    /// <param name="system">Where.</param>
    /// <param name="tick">How long a tick is for whoever waits.</param>
    public static Result<IActorHost, Error> Start(HostStart start, ActorSystem system, TimeSpan tick)
    {
        if (start.Snapshot is null)
        {
#pragma warning disable CA2000 // The caller disposes of the host.
            return Result.Success<IActorHost, Error>(new ArrivalHost(start, system, tick));
#pragma warning restore CA2000
        }

        ActorSystems.End(system);
        return Result.Failure<IActorHost, Error>(Refused("a run that goes on from a snapshot"));
    }

    /// <inheritdoc/>
    public RunOutcome Run(Func<RunProgress, bool> stopRequested)
    {
        Resume();
        while (true)
        {
            lock (_gate)
            {
                if (_kernel.Outcome is not null || stopRequested(_kernel.Progress))
                {
                    _isRunning = false;
                    _running.Reset();
                    return _kernel.Outcome ?? new RunOutcome.Interrupted();
                }
            }

            _over.Wait(PollMilliseconds);
        }
    }

    public Result<SystemSnapshot, Error> Capture() =>
        Result.Failure<SystemSnapshot, Error>(Refused("in order of arrival, what is on its way lies in mailboxes"));

    /// <inheritdoc/>
    public ImmutableArray<ActorDigest> StateDigests() => Locked(static kernel => kernel.StateDigests());

    /// <inheritdoc/>
    public Result<ActorStateBytes, Error> StateBytes(ActorId actor) => Locked(kernel => kernel.StateBytes(actor));

    /// <inheritdoc/>
    public Result<TState, Error> FinalState<TState>(ActorId actor) =>
        Locked(kernel => kernel.FinalState<TState>(actor));

    /// <summary>Terminates the actor system; what is on its way is lost.</summary>
    public void Dispose()
    {
        _isEnding = true;
        lock (_gate)
        {
            _kernel.Fault(Refused("a run whose host has ended"));
        }

        _running.Set();
        ActorSystems.End(System);
        _over.Dispose();
        _running.Dispose();
        _isProbed.Dispose();
    }

    /// <inheritdoc/>
    void IArrivalTransport.Begun(HostedActor actor)
    {
        var slot = new ArrivalSlot(actor);
        actor.Attachment = slot;
        _slots[actor.Id.Value] = slot;
        var props = Props.Create<ArrivalActor>(this, slot).WithDispatcher(AkkaConfiguration.DispatcherId);
        var context = (actor.Above?.Attachment as ArrivalSlot)?.Context;
        slot.Akka.Reference = context is null
            ? System.ActorOf(props, ActorNames.Of(actor.Name))
            : context.ActorOf(props, ActorNames.Free(context, actor.Name));
    }

    void IArrivalTransport.Ended(HostedActor actor) => SlotOf(actor).Akka.End();

    /// <inheritdoc/>
    void IArrivalTransport.Watched(HostedActor watcher, HostedActor target) =>
        SlotOf(watcher).Context!.Watch(SlotOf(target).Akka.Reference);

    /// <summary>A notice that nobody waits for any more is void by its number; the watch itself may stay.</summary>
    void IArrivalTransport.Unwatched(HostedActor watcher, HostedActor target) { }

    void IArrivalTransport.Send(ArrivalEnvelope envelope)
    {
        var slot = SlotOf(envelope.Receiver!);
        if (envelope.IsReleased)
        {
            slot.Released.Enqueue(envelope);
            slot.Akka.Reference.Tell(Nudge.Instance, ActorRefs.NoSender);
        }
        else if (envelope.Kind == EnvelopeKind.Failure)
        {
            var failed = _slots[envelope.From.Value];
            (failed.Failure, failed.IsThrowing) = (envelope, true);
        }
        else if (envelope.Kind == EnvelopeKind.Notice && _slots.TryGetValue(envelope.From.Value, out var ended))
        {
            slot.Notices.Add((ended.Akka.Reference, envelope));
        }
        else if (envelope.IsWait)
        {
            Carrying.Wait(System, slot, envelope, _tick * envelope.DelayTicks);
        }
        else if (envelope.Kind == EnvelopeKind.External)
        {
            _ = Task.Run(() => Carrying.Outside(slot, envelope));
        }
        else
        {
            slot.Akka.Reference.Tell(envelope, SenderOf(envelope));
        }
    }

    /// <summary>One turn of an Akka actor: what was released to it, then what it was handed.</summary>
    internal void Turn(ArrivalSlot slot, object message)
    {
        Probe();
        Receive(slot, message);
        while (Next(slot) is { } envelope)
        {
            Take(slot, envelope);
            if (slot.IsThrowing)
            {
                // What is left waits for the answer.
                slot.IsThrowing = false;
                slot.Akka.Reference.Tell(Nudge.Instance, ActorRefs.NoSender);
                throw new BehaviorFailedException($"{slot.Actor.Path} has failed");
            }

            if (slot.Redo is not null)
            {
                return;
            }
        }
    }

    /// <summary>How a parent's directives are carried out.</summary>
    internal SupervisorStrategy StrategyOf(ArrivalSlot slot) =>
        ArrivalKernel.IsAllForOne(slot.Actor) ? new AllForOneByDirective(Decide) : new OneForOneByDirective(Decide);

    /// <summary>An Akka actor has stopped: what it had is lost, and where we did not stop it, so is the run.</summary>
    internal void Stopped(ArrivalSlot slot)
    {
        lock (_gate)
        {
            if (!slot.Akka.IsEnded && !_isEnding)
            {
                _kernel.Fault(
                    new(
                        slot.Actor.Path,
                        "an actor that was stopped from outside",
                        "actors that nobody but the run itself stops",
                        "Send the run's actors no PoisonPill, Kill or Stop; the trace is good up to here."
                    )
                );
            }

            while (Next(slot) is { } left)
            {
                _kernel.Lose(left);
            }

            foreach (var (_, notice) in slot.Notices)
            {
                _kernel.Lose(notice);
            }

            SignalIfOver();
        }
    }

    /// <summary>Akka had nobody to hand this to.</summary>
    internal void Lost(ArrivalEnvelope envelope) => WhileRunning(() => _kernel.Lose(envelope));

    private static Error Refused(string found) =>
        new("host akka in order of arrival", found, "runs from their beginning to their end", "Use the class ordered.");

    private static ArrivalSlot SlotOf(HostedActor actor) => (ArrivalSlot)actor.Attachment!;

    private IActorRef SenderOf(ArrivalEnvelope envelope) =>
        _slots.TryGetValue(envelope.From.Value, out var sender) ? sender.Akka.Reference : ActorRefs.NoSender;

    private void Receive(ArrivalSlot slot, object message)
    {
        switch (message)
        {
            case ArrivalEnvelope envelope:
                slot.Backlog.Enqueue(envelope);
                break;
            case Terminated terminated:
                lock (_gate)
                {
                    foreach (var (_, notice) in slot.Notices.Where(kept => kept.Ended.Equals(terminated.ActorRef)))
                    {
                        slot.Backlog.Enqueue(notice);
                    }

                    slot.Notices.RemoveAll(kept => kept.Ended.Equals(terminated.ActorRef));
                }

                break;
        }
    }

    /// <summary>What comes next; nothing while Akka has not yet begun anew who is to.</summary>
    private static ArrivalEnvelope? Next(ArrivalSlot slot)
    {
        if (slot.Released.TryPeek(out var first))
        {
            var isEarly = first.Kind == EnvelopeKind.Start && first.Number > slot.RestartCount + 1;
            return !isEarly && slot.Released.TryDequeue(out var released) ? released : null;
        }

        if (slot.Redo is { } redo)
        {
            slot.Redo = null;
            return redo;
        }

        return slot.Backlog.TryDequeue(out var envelope) ? envelope : null;
    }

    private void Take(ArrivalSlot slot, ArrivalEnvelope envelope)
    {
        ArrivalStep? step = null;
        WhileRunning(() => step = _kernel.Open(slot.Actor, envelope));
        if (step is null)
        {
            return;
        }

        step.Run();
        WhileRunning(() => slot.Redo = _kernel.Close(step) ? null : envelope);
    }

    private Directive Decide(IActorRef child, Exception cause)
    {
        var decision = Directive.Stop;
        WhileRunning(() =>
        {
            var slot = _slots.Values.FirstOrDefault(slot => slot.Akka.Reference.Equals(child));
            if (slot?.Failure is { } failure)
            {
                slot.Failure = null;
                decision = DirectiveDecision.Of(_kernel.Supervise(failure), slot.Akka.IsEnded);
                (failure.Receiver?.Attachment as ArrivalSlot)?.IsThrowing = false;
            }
            else if (slot is { Akka.IsEnded: false })
            {
                _kernel.Fault(
                    new(slot.Actor.Path, cause.Message, "steps that Akka lets run", "See the log for the cause.")
                );
            }
        });
        return decision;
    }

    private void Resume()
    {
        lock (_gate)
        {
            _isRunning = true;
            if (!_isBegun)
            {
                _isBegun = true;
                _kernel.Begin();
            }
        }

        _running.Set();
    }

    private T Locked<T>(Func<ArrivalKernel, T> read)
    {
        lock (_gate)
        {
            return read(_kernel);
        }
    }

    /// <summary>Changes the ledger, once the run goes on.</summary>
    private void WhileRunning(Action change)
    {
        while (true)
        {
            lock (_gate)
            {
                if (_isRunning || _kernel.Outcome is not null)
                {
                    Guarded(change);
                    SignalIfOver();
                    return;
                }
            }

            _running.Wait();
        }
    }

    /// <summary>What throws here is the host's own fault, and ends the run rather than one actor.</summary>
    private void Guarded(Action change)
    {
        var isKept = false;
        try
        {
            change();
            isKept = true;
        }
        finally
        {
            if (!isKept)
            {
                _kernel.Fault(new("host akka", "a fault", "a ledger that is kept", "Akka's log has the cause."));
            }
        }
    }

    private void SignalIfOver()
    {
        if (_kernel.Outcome is not null && !_isEnding)
        {
            _over.Set();
        }
    }

    private void Probe()
    {
        if (!_isEnding && !_isProbed.Value)
        {
            FloatingPointProbe.Check().Require();
            _isProbed.Value = true;
        }
    }
}
