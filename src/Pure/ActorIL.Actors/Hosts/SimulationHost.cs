using ActorIL.Actors.Addressing;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Execution;
using ActorIL.Core.Hashing;
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
        : this(root, new ActorSystem(settings))
    {
    }

    internal SimulationHost(Behavior root, ActorSystem system)
    {
        _kernel = new(root, system);
        _worker = _kernel.AddWorker();
    }

    public HashChain Chain => _kernel.System.Chain;

    public long DeadLetterCount => _kernel.System.DeadLetterCount;

    public RunProgress Progress => _kernel.System.Progress;

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

        return _kernel.System.OutcomeSoFar;
    }

    /// <inheritdoc/>
    public Result<TState, Error> FinalState<TState>(ActorId actor) => _kernel.System.StateOf<TState>(actor);
}
