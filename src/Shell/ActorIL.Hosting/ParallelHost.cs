using System.Collections.Immutable;
using ActorIL.Actors.Addressing;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Execution;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Probing;
using ActorIL.Actors.Snapshots;
using ActorIL.Core.Hashing;
using ActorIL.Core.Mathematics;
using ActorIL.Core.Prelude;

namespace ActorIL.Hosting;

/// <summary>
/// Runs an actor system on several threads, the calling one included: the steps of a round are shared out by receiver,
/// and what they ask for is committed in key order by the caller. The same chain as <see cref="SimulationHost"/>,
/// always.
/// </summary>
public sealed class ParallelHost : IActorHost, IDisposable
{
    private readonly ActorKernel _kernel;
    private readonly RoundCrew _crew;

    /// <param name="root">The root's behaviour; its Init starts everything.</param>
    /// <param name="settings">What else the run is made of.</param>
    /// <param name="workerCount">Threads that run steps, the calling one included, ≥ 1.</param>
    /// <exception cref="InvalidOperationException">A thread's floating-point state is not IEEE's default.</exception>
    public ParallelHost(Behavior root, KernelSettings settings, int workerCount)
        : this(root, new ActorSystem(settings), workerCount) { }

    /// <summary>
    /// As above; 0 for <paramref name="worthSharingNanoseconds"/> shares out every round that can be.
    /// </summary>
    internal ParallelHost(
        Behavior root,
        ActorSystem system,
        int workerCount,
        double worthSharingNanoseconds = RoundShares.WorthSharingNanoseconds
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(workerCount);
        _kernel = new(root, system);
        _crew = new(_kernel, workerCount, worthSharingNanoseconds);
    }

    private ParallelHost(ActorKernel kernel, int workerCount, double worthSharingNanoseconds)
    {
        _kernel = kernel;
        _crew = new(_kernel, workerCount, worthSharingNanoseconds);
    }

    public HashChain Chain => _kernel.System.Chain;

    public long DeadLetterCount => _kernel.System.DeadLetterCount;

    public RunProgress Progress => _kernel.System.Progress;

    /// <summary>A host that goes on from a snapshot as the run it was taken of would have.</summary>
    /// <param name="root">The root's behaviour: the same as that run's.</param>
    /// <param name="settings">What else that run was made of; observers and the interpreter may be others.</param>
    /// <param name="snapshot">Where to go on: of any host with any number of workers.</param>
    /// <param name="workerCount">Threads that run steps, the calling one included, ≥ 1.</param>
    public static Result<ParallelHost, Error> Restore(
        Behavior root,
        KernelSettings settings,
        SystemSnapshot snapshot,
        int workerCount
    ) => Restore(root, settings, snapshot, workerCount, reconfiguration: null);

    /// <summary>A host that goes on from a snapshot under another configuration.</summary>
    /// <param name="root">The root's behaviour in the run the snapshot was taken of.</param>
    /// <param name="settings">What else that run was made of.</param>
    /// <param name="snapshot">Where to go on.</param>
    /// <param name="workerCount">Threads that run steps, the calling one included, ≥ 1.</param>
    /// <param name="reconfiguration">
    /// What is otherwise from there: every actor it concerns gets a message about it in the next round; null for
    /// nothing.
    /// </param>
    public static Result<ParallelHost, Error> Restore(
        Behavior root,
        KernelSettings settings,
        SystemSnapshot snapshot,
        int workerCount,
        Reconfiguration? reconfiguration
    ) => Restore(root, settings, snapshot, workerCount, reconfiguration, RoundShares.WorthSharingNanoseconds);

    /// <summary>As above, sharing out rounds of this many nanoseconds or more.</summary>
    internal static Result<ParallelHost, Error> Restore(
        Behavior root,
        KernelSettings settings,
        SystemSnapshot snapshot,
        int workerCount,
        Reconfiguration? reconfiguration,
        double worthSharingNanoseconds
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(workerCount);
        return ActorKernel
            .Restore(root, new(settings), snapshot, reconfiguration)
            .Map(kernel => new ParallelHost(kernel, workerCount, worthSharingNanoseconds));
    }

    /// <summary>Runs until nothing is left to do, or the root stops or fails.</summary>
    public RunOutcome Run() => Run(static _ => false);

    /// <inheritdoc/>
    public RunOutcome Run(Func<RunProgress, bool> stopRequested)
    {
        ArgumentNullException.ThrowIfNull(stopRequested);
        while (!stopRequested(Progress) && _kernel.BeginRound())
        {
            _crew.RunRound();
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

    /// <summary>Ends the worker threads.</summary>
    public void Dispose() => _crew.Dispose();
}
