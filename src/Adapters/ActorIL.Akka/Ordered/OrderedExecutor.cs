using System.Collections.Concurrent;
using ActorIL.Actors.Hosts;
using ActorIL.Akka.Hosting;
using ActorIL.Core.Mathematics;
using ActorIL.Core.Prelude;
using Akka.Actor;

namespace ActorIL.Akka.Ordered;

/// <summary>
/// Releases rounds to Akka actors and waits for the last of them. Akka carries the turns and executes the steps; the
/// order of everything is the kernel's.
/// </summary>
internal sealed class OrderedExecutor : IRoundExecutor, IDisposable
{
    private readonly ActorSystem _system;
    private readonly ConcurrentStack<int> _workers;
    private readonly ManualResetEventSlim _done = new(initialState: false);
    private readonly ThreadLocal<bool> _isProbed = new();
    private LostActorException? _fault;
    private int _leftCount;
    private volatile bool _isEnding;

    public OrderedExecutor(ActorSystem system, int workerCount)
    {
        (_system, WorkerCount) = (system, workerCount);
        _workers = new(Enumerable.Range(0, workerCount));
        Forks = new DispatcherForks(system.Dispatchers.Lookup(AkkaConfiguration.DispatcherId), workerCount - 1);
    }

    public int WorkerCount { get; }

    public IForkJoin Forks { get; }

    public void Run(Round round)
    {
        _done.Reset();
        _leftCount = round.ReceiverCount;
        for (var receiver = 0; receiver < round.ReceiverCount; receiver++)
        {
            ReferenceOf(round.ReceiverAt(receiver)).Tell(new Turn(round, receiver), ActorRefs.NoSender);
        }

        while (!_done.Wait(PatienceMilliseconds))
        {
            ThrowIfLost();
        }

        ThrowIfLost();
    }

    public void Ended(HostedActor actor) => (actor.Attachment as ActorSlot)?.End();

    /// <summary>Runs the steps of a turn, on a thread of Akka's.</summary>
    public void RunTurn(Turn turn)
    {
        var (worker, isDone) = (Take(), false);
        try
        {
            Probe();
            turn.Round.Run(turn.Receiver, worker);
            isDone = true;
        }
        finally
        {
            if (!isDone)
            {
                var path = turn.Round.ReceiverAt(turn.Receiver).Path;
                Interlocked.CompareExchange(ref _fault, new($"a step at {path} has thrown; Akka's log has why"), null);
            }

            _workers.Push(worker);
            if (Interlocked.Decrement(ref _leftCount) == 0)
            {
                _done.Set();
            }
        }
    }

    /// <summary>An actor has stopped, and our side did not stop it.</summary>
    public void Lost(ActorSlot slot)
    {
        if (!_isEnding)
        {
            Interlocked.CompareExchange(ref _fault, new($"{slot.Path} was stopped from outside"), null);
            _done.Set();
        }
    }

    public void Dispose()
    {
        _isEnding = true;
        ActorSystems.End(_system);
        _done.Dispose();
        _isProbed.Dispose();
    }

    private const int PatienceMilliseconds = 1_000;

    private void ThrowIfLost()
    {
        if (Volatile.Read(ref _fault) is { } fault)
        {
            throw fault;
        }
    }

    private int Take()
    {
        // There are as many threads as workers, unless a configuration says otherwise.
        var wait = default(SpinWait);
        int worker;
        while (!_workers.TryPop(out worker))
        {
            wait.SpinOnce();
        }

        return worker;
    }

    private void Probe()
    {
        if (!_isProbed.Value)
        {
            FloatingPointProbe.Check().Require();
            _isProbed.Value = true;
        }
    }

    private IActorRef ReferenceOf(HostedActor actor) => (actor.Attachment as ActorSlot ?? Begin(actor)).Reference;

    private ActorSlot Begin(HostedActor actor)
    {
        var slot = new ActorSlot(actor.Path);
        if (actor.Above is { } parent)
        {
            var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            ReferenceOf(parent).Tell(new ChildRequest(slot, actor.Name, done), ActorRefs.NoSender);
            while (!done.Task.Wait(PatienceMilliseconds))
            {
                ThrowIfLost();
            }
        }
        else
        {
            slot.Reference = _system.ActorOf(OrderedActor.Props(this, slot), ActorNames.Of(actor.Name));
        }

        actor.Attachment = slot;
        return slot;
    }
}
