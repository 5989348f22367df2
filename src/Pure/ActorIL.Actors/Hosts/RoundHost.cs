using System.Collections.Immutable;
using ActorIL.Actors.Addressing;
using ActorIL.Actors.Execution;
using ActorIL.Actors.Probing;
using ActorIL.Actors.Snapshots;
using ActorIL.Core.Hashing;
using ActorIL.Core.Prelude;

namespace ActorIL.Actors.Hosts;

/// <summary>
/// A host whose steps are run by somebody else, another actor runtime for one: this side begins each round, merges and
/// commits it in key order. The same chain as <see cref="SimulationHost"/>, always.
/// </summary>
public sealed class RoundHost : IActorHost
{
    private readonly ActorKernel _kernel;
    private readonly IRoundExecutor _executor;
    private readonly Round _round;

    private RoundHost(ActorKernel kernel, IRoundExecutor executor)
    {
        (_kernel, _executor) = (kernel, executor);
        _round = new(kernel, executor.WorkerCount, executor.Forks);
        kernel.System.Ended = executor.Ended;
    }

    /// <inheritdoc/>
    public HashChain Chain => _kernel.System.Chain;

    /// <inheritdoc/>
    public long DeadLetterCount => _kernel.System.DeadLetterCount;

    /// <inheritdoc/>
    public RunProgress Progress => _kernel.System.Progress;

    /// <inheritdoc/>
    public StepObservation? Observation => _kernel.Observation;

    /// <summary>A host of this run, from its beginning or from where a snapshot stands.</summary>
    /// <param name="start">What to run. How many threads is the executor's to say.</param>
    /// <param name="executor">Runs the steps.</param>
    public static Result<RoundHost, Error> Start(HostStart start, IRoundExecutor executor) =>
        start.Snapshot is { } snapshot
            ? ActorKernel
                .Restore(start.Root, new(start.Settings), snapshot, start.Reconfiguration)
                .Map(kernel => new RoundHost(kernel, executor))
            : Result.Success<RoundHost, Error>(
                new(new ActorKernel(start.Root, new ActorSystem(start.Settings)), executor)
            );

    /// <summary>Runs until nothing is left to do, or the root stops or fails.</summary>
    public RunOutcome Run() => Run(static _ => false);

    /// <inheritdoc/>
    public RunOutcome Run(Func<RunProgress, bool> stopRequested)
    {
        while (!stopRequested(Progress) && _kernel.BeginRound())
        {
            _round.Begin();
            if (_round.ReceiverCount > 0)
            {
                _executor.Run(_round);
            }

            _kernel.Commit();
        }

        return _kernel.System.OutcomeSoFar;
    }

    /// <inheritdoc/>
    public Result<SystemSnapshot, Error> Capture() => _kernel.Capture();

    /// <inheritdoc/>
    public ImmutableArray<ActorDigest> StateDigests() => _kernel.System.Actors.Digests();

    /// <inheritdoc/>
    public Result<ActorStateBytes, Error> StateBytes(ActorId actor) => _kernel.System.StateBytes(actor);

    /// <inheritdoc/>
    public Result<TState, Error> FinalState<TState>(ActorId actor) => _kernel.System.StateOf<TState>(actor);
}
