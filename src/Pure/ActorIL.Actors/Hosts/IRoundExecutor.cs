using ActorIL.Core.Prelude;

namespace ActorIL.Actors.Hosts;

/// <summary>
/// Runs the steps of each round on threads of its own choice: all that a host of another runtime has to bring. Who ran
/// what, when and where within a round shows nowhere.
/// </summary>
public interface IRoundExecutor
{
    /// <summary>
    /// How many receivers may run at the same time at most, ≥ 1: workers are numbered from 0 to below it.
    /// </summary>
    int WorkerCount { get; }

    /// <summary>Who runs the parts of a step.</summary>
    IForkJoin Forks { get; }

    /// <summary>
    /// Runs every receiver of a round once, each on whatever thread and worker, and returns when all are done: what
    /// they wrote must then be visible to the caller. No worker may be used by two threads at the same time.
    /// </summary>
    /// <param name="round">Valid until this returns; holds at least one receiver.</param>
    /// <exception cref="Exception">A receiver threw: the run is at an end. Behaviours fail inside.</exception>
    void Run(Round round);

    /// <summary>An actor has ended, or will not be run again. Called between two rounds.</summary>
    void Ended(HostedActor actor);
}
