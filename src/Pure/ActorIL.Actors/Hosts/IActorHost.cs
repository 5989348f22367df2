using System.Collections.Immutable;
using ActorIL.Actors.Addressing;
using ActorIL.Actors.Probing;
using ActorIL.Actors.Snapshots;
using ActorIL.Core.Hashing;
using ActorIL.Core.Prelude;

namespace ActorIL.Actors.Hosts;

/// <summary>
/// Runs an actor system. Every host gives the same deliveries, in the same order, with the same chain.
/// </summary>
public interface IActorHost
{
    /// <summary>The digest of every application delivery so far, in key order.</summary>
    HashChain Chain { get; }

    long DeadLetterCount { get; }

    RunProgress Progress { get; }

    /// <summary>Runs until nothing is left to do, the root stops or fails, or the caller says stop.</summary>
    /// <param name="stopRequested">Asked between rounds.</param>
    /// <exception cref="Core.Mathematics.FloatingPointStateException">A step changed how a thread computes.</exception>
    RunOutcome Run(Func<RunProgress, bool> stopRequested);

    /// <summary>
    /// All that the run is, once <see cref="Run"/> has returned between two rounds. An error where that cannot be had:
    /// the run is over, or an outcome on its way cannot be kept.
    /// </summary>
    Result<SystemSnapshot, Error> Capture();

    /// <summary>The state of every living actor as a hash, in id order.</summary>
    ImmutableArray<ActorDigest> StateDigests();

    /// <summary>The state of an actor that lives, or of the root after it has stopped, without its type.</summary>
    Result<ActorStateBytes, Error> StateBytes(ActorId actor);

    /// <summary>What <see cref="KernelSettings.Probe"/> has seen; null before that, and where there is none.</summary>
    StepObservation? Observation { get; }

    /// <summary>The state of an actor that lives, or of the root after it has stopped.</summary>
    Result<TState, Error> FinalState<TState>(ActorId actor);
}
