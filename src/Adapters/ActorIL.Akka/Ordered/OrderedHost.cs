using System.Collections.Immutable;
using ActorIL.Actors.Addressing;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Probing;
using ActorIL.Actors.Snapshots;
using ActorIL.Akka.Hosting;
using ActorIL.Akka.Logging;
using ActorIL.Core.Hashing;
using ActorIL.Core.Prelude;
using Akka.Actor;

namespace ActorIL.Akka.Ordered;

/// <summary>
/// A run whose steps Akka actors execute, in the order of the keys: the same digest as any other host. Failure, watch,
/// ask, timers and stash are the kernel's own.
/// </summary>
public sealed class OrderedHost : IActorHost, IDisposable
{
    private readonly RoundHost _host;
    private readonly OrderedExecutor _executor;
    private RunOutcome? _end;

    private OrderedHost(RoundHost host, OrderedExecutor executor, ActorSystem system) =>
        (_host, _executor, System) = (host, executor, system);

    /// <summary>The actor system that runs it.</summary>
    public ActorSystem System { get; }

    /// <inheritdoc/>
    public HashChain Chain => _host.Chain;

    /// <inheritdoc/>
    public long DeadLetterCount => _host.DeadLetterCount;

    /// <inheritdoc/>
    public RunProgress Progress => _host.Progress;

    /// <inheritdoc/>
    public StepObservation? Observation => _host.Observation;

    /// <summary>Starts a run in an actor system, which ends with it.</summary>
    /// <param name="start">What to run.</param>
    /// <param name="system">Where.</param>
    public static Result<IActorHost, Error> Start(HostStart start, ActorSystem system)
    {
#pragma warning disable CA2000 // The host that is returned disposes of the executor.
        var executor = new OrderedExecutor(system, start.WorkerCount);
#pragma warning restore CA2000
        var logged = start with
        {
            Settings = start.Settings with { Observers = start.Settings.Observers.Add(LifecycleLog.Of(system)) },
        };
        return RoundHost
            .Start(logged, executor)
            .Map<IActorHost>(host => new OrderedHost(host, executor, system))
            .MapError(error =>
            {
                executor.Dispose();
                return error;
            });
    }

    /// <inheritdoc/>
    public RunOutcome Run(Func<RunProgress, bool> stopRequested)
    {
        try
        {
            return _end ?? _host.Run(stopRequested);
        }
        catch (LostActorException lost)
        {
            return _end = new RunOutcome.Faulted(
                new(
                    "host akka",
                    lost.Message,
                    "actors that nobody but the run itself stops",
                    "Send the run's actors no PoisonPill, Kill or Stop; go on from the last checkpoint."
                )
            );
        }
    }

    /// <inheritdoc/>
    public Result<SystemSnapshot, Error> Capture() => _host.Capture();

    /// <inheritdoc/>
    public ImmutableArray<ActorDigest> StateDigests() => _host.StateDigests();

    /// <inheritdoc/>
    public Result<ActorStateBytes, Error> StateBytes(ActorId actor) => _host.StateBytes(actor);

    /// <inheritdoc/>
    public Result<TState, Error> FinalState<TState>(ActorId actor) => _host.FinalState<TState>(actor);

    /// <summary>Terminates the actor system.</summary>
    public void Dispose() => _executor.Dispose();
}
