using System.Collections.Immutable;
using ActorIL.Bench.Measuring;
using ActorIL.Environments;

namespace ActorIL.Bench.Simulations;

/// <summary>
/// Steps a second of environments under random actions: drawing the action, the step, the observation after it, and
/// the start of a new episode where one ended.
/// </summary>
public static class EnvironmentBenchmark
{
    private static ImmutableArray<int> Counts => [1, 1_024];

    /// <summary>Each environment by itself (scalar) and through a vector environment, one and many at a time.</summary>
    /// <param name="environments">Which.</param>
    /// <param name="plan">How often and how long.</param>
    public static BenchmarkReport Run(ImmutableArray<EnvironmentEntry> environments, MeasuringPlan plan)
    {
        var peak = MachinePeak.Gigaflops(plan);
        var works = environments
            .SelectMany(entry =>
                Counts.SelectMany(count =>
                    new[]
                    {
                        (Count: count, Work: ScalarStepping.Work($"{entry.Id}_scalar_{Text(count)}", entry, count)),
                        (Count: count, Work: VectorStepping.Work($"{entry.Id}_vector_{Text(count)}", entry, count)),
                    }
                )
            )
            .ToImmutableArray();
        var timings = InterleavedTiming.Measure(plan, [.. works.Select(work => work.Work)]);
        ImmutableArray<Figure> figures =
        [
            .. works.Zip(timings, (work, timing) => Figure.Rate(timing.Name, "steps/s", timing, work.Count)),
        ];
        return new("environments", figures, peak, ShareOfPeak: null, plan.RepetitionCount);
    }

    private static string Text(int count) => count.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
