using System.Collections.Immutable;
using ActorIL.Actors.Addressing;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Execution;
using ActorIL.Actors.Probing;
using ActorIL.Actors.Snapshots;
using ActorIL.Core.Hashing;
using ActorIL.Core.Mathematics;
using ActorIL.Core.Prelude;

namespace ActorIL.Actors.Hosts;

/// <summary>Runs an actor system on the calling thread.</summary>
public sealed class SimulationHost : IActorHost
{
    private readonly ActorKernel _kernel;
    private readonly StepWorker _worker;

    /// <param name="root">The root's behaviour; its Init starts everything.</param>
    /// <param name="settings">What else the run is made of.</param>
    public SimulationHost(Behavior root, KernelSettings settings)
        : this(root, new ActorSystem(settings)) { }

    /// <summary>
    /// Runs the system in another order than that of its keys, to see that its results do not depend on it.
    /// </summary>
    /// <param name="root">The root's behaviour.</param>
    /// <param name="settings">What else the run is made of.</param>
    /// <param name="schedule">Chooses what is delivered next within each tick.</param>
    public SimulationHost(Behavior root, KernelSettings settings, ISchedule schedule)
        : this(root, settings) => _kernel.Explore(schedule);

    /// <summary>Runs the system as a free-running host did, by the order in which it took things up.</summary>
    /// <param name="root">The root's behaviour.</param>
    /// <param name="settings">What else the run is made of.</param>
    /// <param name="order">What was taken up, from the beginning.</param>
    public SimulationHost(Behavior root, KernelSettings settings, IArrivalOrder order)
        : this(root, settings) => _kernel.Replay(order);

    internal SimulationHost(Behavior root, ActorSystem system)
    {
        _kernel = new(root, system);
        _worker = _kernel.AddWorker();
    }

    private SimulationHost(ActorKernel kernel)
    {
        _kernel = kernel;
        _worker = _kernel.AddWorker();
    }

    /// <summary>The run itself.</summary>
    internal ActorSystem System => _kernel.System;

    public HashChain Chain => _kernel.System.Chain;

    public long DeadLetterCount => _kernel.System.DeadLetterCount;

    public RunProgress Progress => _kernel.System.Progress;

    /// <summary>How many operations outside each path has performed so far.</summary>
    public ImmutableSortedDictionary<string, long> OperationCounts =>
        _kernel.System.OperationCounts.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>
    /// Paths of actors that wait for the outcome of an ask or an operation, or keep mail aside: none at a good end.
    /// </summary>
    public ImmutableArray<string> Waiting =>
        [
            .. _kernel
                .System.Actors.InOrder()
                .Where(static cell => cell.Requests.Count + cell.Stash.Count + cell.Held.Count > 0)
                .Select(static cell => cell.Path)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>A host that goes on from a snapshot as the run it was taken of would have.</summary>
    /// <param name="root">The root's behaviour: the same as that run's.</param>
    /// <param name="settings">What else that run was made of; observers and the interpreter may be others.</param>
    /// <param name="snapshot">Where to go on.</param>
    public static Result<SimulationHost, Error> Restore(
        Behavior root,
        KernelSettings settings,
        SystemSnapshot snapshot
    ) => ActorKernel.Restore(root, new(settings), snapshot).Map(static kernel => new SimulationHost(kernel));

    /// <summary>A host that goes on from a snapshot under another configuration.</summary>
    /// <param name="root">The root's behaviour in the run the snapshot was taken of.</param>
    /// <param name="settings">What else that run was made of.</param>
    /// <param name="snapshot">Where to go on.</param>
    /// <param name="reconfiguration">
    /// What is otherwise from there: every actor it concerns gets a message about it in the next round.
    /// </param>
    public static Result<SimulationHost, Error> Restore(
        Behavior root,
        KernelSettings settings,
        SystemSnapshot snapshot,
        Reconfiguration reconfiguration
    ) =>
        ActorKernel
            .Restore(root, new(settings), snapshot, reconfiguration)
            .Map(static kernel => new SimulationHost(kernel));

    /// <summary>Runs until nothing is left to do, or the root stops or fails.</summary>
    public RunOutcome Run() => Run(static _ => false);

    /// <inheritdoc/>
    public RunOutcome Run(Func<RunProgress, bool> stopRequested)
    {
        while (!stopRequested(Progress) && _kernel.BeginRound())
        {
            _kernel.Run(0, _kernel.EnvelopeCount, _worker);
            _kernel.Commit();
        }

        FloatingPointStateException.ThrowIfChanged();
        return _kernel.System.OutcomeSoFar;
    }

    /// <inheritdoc/>
    public Result<SystemSnapshot, Error> Capture() => _kernel.Capture();

    /// <inheritdoc/>
    public ImmutableArray<ActorDigest> StateDigests() => _kernel.System.Actors.Digests();

    /// <inheritdoc/>
    public Result<ActorStateBytes, Error> StateBytes(ActorId actor) => _kernel.System.StateBytes(actor);

    /// <inheritdoc/>
    public StepObservation? Observation => _kernel.Observation;

    /// <inheritdoc/>
    public Result<TState, Error> FinalState<TState>(ActorId actor) => _kernel.System.StateOf<TState>(actor);
}
