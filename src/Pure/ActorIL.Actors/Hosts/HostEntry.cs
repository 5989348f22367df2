using ActorIL.Core.Prelude;

namespace ActorIL.Actors.Hosts;

/// <summary>A host by its name: how it is started.</summary>
/// <param name="Name">One word, lower case, such as "parallel".</param>
/// <param name="Summary">One sentence for lists.</param>
/// <param name="Start">
/// Starts it, or says why it cannot be. What it returns is disposed of by the caller if it can be.
/// </param>
public sealed record HostEntry(string Name, string Summary, Func<HostStart, Result<IActorHost, Error>> Start)
{
    /// <summary>
    /// Threads it runs steps on, given those that were asked for (null for none) and the processors, ≥ 1.
    /// </summary>
    public Func<int?, int, int> WorkerCount { get; init; } = static (asked, processorCount) => asked ?? processorCount;

    /// <summary>
    /// Whether it takes messages up as they arrive under a configuration, given as flat text, and not in the order of
    /// their keys: then its traces keep that order, and are repeated by it.
    /// </summary>
    public Func<string, bool> IsArrival { get; init; } = static _ => false;
}
