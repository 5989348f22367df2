using ActorIL.Training.Simulation;

namespace ActorIL.Cli.Simulation;

/// <summary>
/// Many simulations on all processors, each on one thread. What comes out does not depend on how many there are: all
/// simulations up to the first that fails, in order.
/// </summary>
internal static class SimulationBatch
{
    /// <param name="count">How many, ≥ 1.</param>
    /// <param name="simulate">Carries one out, on any thread.</param>
    /// <param name="ended">Told how many have ended so far, by one thread at a time.</param>
    public static IReadOnlyList<SimulationResult> Run(
        int count,
        Func<int, SimulationResult> simulate,
        Action<int> ended
    )
    {
        var results = new SimulationResult?[count];
        var (next, end, endedCount) = (-1, count, 0);
        var progress = new Lock();

        void Work()
        {
            for (
                var index = Interlocked.Increment(ref next);
                index < Volatile.Read(ref end);
                index = Interlocked.Increment(ref next)
            )
            {
                var result = simulate(index);
                results[index] = result;
                lock (progress)
                {
                    end = result.Holds ? end : Math.Min(end, index + 1);
                    ended(++endedCount);
                }
            }
        }

        var workerCount = Math.Min(count, Environment.ProcessorCount);
        Task.WaitAll([.. Enumerable.Range(0, workerCount).Select(_ => Task.Run(Work))]);
        return [.. results.Take(end).Select(result => result!)];
    }
}
