using System.Runtime.CompilerServices;
using ActorIL.Actors.Addressing;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Ordering;
using ActorIL.Actors.Probing;
using ActorIL.Actors.Supervision;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;

namespace ActorIL.Actors.Execution;

/// <summary>One living actor: everything the kernel knows about it but the types of its state and messages.</summary>
/// <remarks>
/// During a round a cell is touched only by the worker that runs its steps; between rounds only by the commit. Members
/// that other actors' steps may read (parent, suspension, failure) change in the commit alone.
/// </remarks>
internal abstract class ActorCell : HostedActor
{
    private protected ActorCell(Behavior behavior, in CellIdentity identity, MessageType messageType)
        : base(identity.Id, identity.Name)
    {
        (Behavior, Parent, Key, Faults) = (behavior, identity.Parent, identity.Key, identity.Faults);
        (MessageType, MessageHash) = (messageType, messageType.Name.Hash);
        Edges = new(this);
        Incoming = new(this);
    }

    /// <summary>What it does. Another configuration of the same from a Reconfigure envelope on.</summary>
    public Behavior Behavior { get; private protected set; }

    public ActorCell? Parent { get; }

    public override HostedActor? Above => Parent;

    public RngKey Key { get; }

    public FaultSchedule? Faults { get; }

    public MessageType MessageType { get; }

    /// <summary>The hash of the name of <see cref="MessageType"/>, as it stands in the chain.</summary>
    public ulong MessageHash { get; }

    /// <summary>In the order they were spawned.</summary>
    public List<ActorCell> Children { get; } = [];

    /// <summary>Whether Init has run since the last start, so that there is a state.</summary>
    public bool IsStarted { get; private protected set; }

    /// <summary>Whether the actor has stopped; what its steps of this round have sent still counts.</summary>
    public bool IsRemoved { get; set; }

    /// <summary>Whether it has failed in the round at hand: set by its worker, taken up by the commit.</summary>
    public bool IsFailing { get; set; }

    /// <summary>Whether it has failed and waits for a directive.</summary>
    public bool IsFailed { get; set; }

    /// <summary>Whether that failure was passed on, so that the directive for its parent answers it too.</summary>
    public bool IsEscalated { get; set; }

    /// <summary>Whether it or one above it has failed: it takes nothing until that is answered.</summary>
    public bool IsSuspended { get; set; }

    /// <summary>Counts failures, so that a late report of an old one is known for what it is.</summary>
    public long FailureNumber { get; set; }

    /// <summary>Counts starts, so that only the last one runs Init.</summary>
    public long StartNumber { get; set; }

    /// <summary>A host's guess at what a step takes. It may decide where a step runs, never what it does.</summary>
    public double StepNanoseconds { get; set; }

    public RestartWindow Restarts { get; } = new();

    /// <summary>Counts what this actor has sent.</summary>
    public long Sequence { get; set; }

    /// <summary>Counts what was released to this actor, and what the kernel itself sends it.</summary>
    public long Release { get; set; }

    /// <summary>The number of its next ask, operation, watch or timer.</summary>
    public long NumberNext { get; set; } = 1;

    public EdgeTable Edges { get; }

    /// <summary>Edges of others that have found this actor.</summary>
    public IncomingEdges Incoming { get; }

    /// <summary>What arrived while it was suspended.</summary>
    public List<Envelope> Held { get; } = [];

    /// <summary>What its behaviour put aside.</summary>
    public List<Envelope> Stash { get; } = [];

    /// <summary>Places of the stash that are taken, those of the round at hand included.</summary>
    public int StashCount { get; set; }

    public List<ActorTimer> Timers { get; } = [];

    /// <summary>Asks and external operations that have no outcome yet.</summary>
    public List<Request> Requests { get; } = [];

    /// <summary>Asks of others that it has not answered yet.</summary>
    public List<AskedBy> AskedBy { get; } = [];

    /// <summary>Whom it watches.</summary>
    public List<Watch> Watches { get; } = [];

    /// <summary>Who watches it.</summary>
    public List<Watcher> Watchers { get; } = [];

    /// <summary>Children its steps of the round at hand have asked for.</summary>
    public List<ActorId> Spawning { get; } = [];

    /// <summary>Whether its state changes in place, so that there is no going back to it after a failure.</summary>
    public abstract bool IsInPlace { get; }

    /// <summary>Runs one step on a worker and notes what became of it; the caller notes what it throws.</summary>
    public abstract void Step(ref Envelope envelope, ref StepRecord record, StepWorker worker);

    /// <summary>
    /// Reads the message of an envelope without taking it up, for <see cref="RunAhead"/>; false where there is none, or
    /// none before the envelope is taken up.
    /// </summary>
    public abstract bool LookAhead(ref Envelope envelope);

    /// <summary>
    /// Runs the behaviour on the message that was read. Nothing is kept but for the next <see cref="Step"/>, which does
    /// with it what it would have done with its own run.
    /// </summary>
    public abstract void RunAhead(StepWorker worker, long now);

    /// <summary>Forgets what was run ahead.</summary>
    public abstract void ForgetAhead();

    /// <summary>Whether an object is a message of this actor.</summary>
    public abstract bool Understands(object? body);

    /// <summary>Forgets the state, before a new Init.</summary>
    public abstract void Reset();

    /// <summary>The hash of the state's canonical bytes; 0 where there is no state.</summary>
    public abstract ulong StateHash(FieldBuffer scratch);

    /// <summary>Whether it could go on with another configuration of its behaviour.</summary>
    public abstract bool TakesOver(Behavior behavior);

    /// <summary>What snapshots need of it.</summary>
    public abstract CellPort Port { get; }
}

/// <summary>The cell of an actor whose state and messages have these types.</summary>
internal sealed partial class ActorCell<TState, TMessage>(Behavior<TState, TMessage> behavior, in CellIdentity identity)
    : ActorCell(behavior, in identity, MessageType<TMessage>.Instance)
    where TState : IFields<TState>
    where TMessage : class, IFields<TMessage>
{
    private Behavior<TState, TMessage> _behavior = behavior;
    private readonly ActorId _parent = identity.Parent?.Id ?? ActorId.None;
    private TState _state = default!;

    public override bool IsInPlace => typeof(IInPlaceState<TState>).IsAssignableFrom(typeof(TState));

    public override CellPort Port => new CellPort<TState, TMessage>(this);

    public TState State => _state;

    public Behavior<TState, TMessage> TypedBehavior => _behavior;

    /// <summary>Goes on from a state of a snapshot.</summary>
    public void TakeState(TState state)
    {
        _state = state;
        IsStarted = true;
    }

    public override void Step(ref Envelope envelope, ref StepRecord record, StepWorker worker)
    {
        record.Cell = this;
        record.WorkerIndex = worker.Index;
        record.EffectStart = worker.Effects.Count;
        if (envelope.Kind == EnvelopeKind.Message && envelope.Body is TMessage message)
        {
            Deliver(message, ref envelope, ref record, worker);
        }
        else
        {
            StepSpecial(ref envelope, ref record, worker);
        }

        record.EffectEnd = worker.Effects.Count;
    }

    public override bool TakesOver(Behavior behavior) => behavior.GetType() == _behavior.GetType();

    public override bool Understands(object? body) => body is TMessage;

    public override void Reset()
    {
        _state = default!;
        IsStarted = false;
    }

    public override ulong StateHash(FieldBuffer scratch) => IsStarted ? FieldCodec.Hash(_state, scratch) : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Deliver(TMessage message, ref Envelope envelope, ref StepRecord record, StepWorker worker)
    {
        record.PayloadHash = FieldCodec.Hash(message, worker.Scratch);
        record.EntryHash = worker.EntryHash(in envelope, MessageHash, record.PayloadHash);
        record.IsCounted = true;
        if (Faults is not null)
        {
            InjectFaults(message, isInit: false, ref record, worker);
        }

        if (worker.IsProbed(in envelope))
        {
            Probe(message, in envelope, worker);
        }
        else
        {
            _state = Call(message, worker);
        }

        record.Status = StepStatus.Done;
    }

    /// <summary>Hands the behaviour a message, or has it begin where there is none; the next state.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TState Call(TMessage? message, StepWorker worker)
    {
        var effects = worker.Effects;
        var start = effects.Count;
        effects.AskNumberNext = NumberNext;
        var ctx = new Ctx(Id, _parent, worker.Tick, Key, worker.Forks);
        var outbox = new Outbox(effects);
        var next =
            message is null ? _behavior.Init(in ctx, ref outbox)
            : _ahead is null ? _behavior.Receive(in ctx, _state, message, ref outbox)
            : TakeAhead(effects);
        if (effects.Count > start)
        {
            EffectCheck.Run(this, worker, start, hasMessage: message is not null);
        }

        NumberNext = effects.AskNumberNext;
        return next;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Probe(TMessage message, in Envelope envelope, StepWorker worker) =>
        _state = StepProbing.Run(this, message, in envelope, worker);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void InjectFaults(TMessage? message, bool isInit, ref StepRecord record, StepWorker worker)
    {
        var faults = Faults!;
        var index = faults.Next(isInit);
        InjectCrash(faults, index, message, ref record, worker);
        StepFailure.Inject(faults, index, ref record);
    }

    /// <summary>Runs the step and loses it, as a machine that dies before the commit would.</summary>
    private void InjectCrash(
        FaultSchedule faults,
        long index,
        TMessage? message,
        ref StepRecord record,
        StepWorker worker
    )
    {
        if (!faults.Has(index, FaultKind.Crash))
        {
            return;
        }

        record.IsCrashInjected = true;
        var saved = _state is IInPlaceState<TState> inPlace ? inPlace.CopyTo(default) : _state;
        var (number, start) = (NumberNext, worker.Effects.Count);

        // Where the step fails, so will the one that follows, and then it counts.
        ActorKernel.Attempt(() =>
        {
            _state = Call(message, worker);
            EffectCheck.GiveBack(this, worker, start, worker.Effects.Count);
        });

        _state = saved;
        NumberNext = number;
        worker.Effects.Truncate(start);
    }
}
