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
    private const int ActionCount = 1_024;

    private static ImmutableArray<int> ScalarCounts => [1, 1_024];

    private static ImmutableArray<int> VectorCounts => [1, 4, 64, 1_024, 65_536];

    /// <summary>
    /// Each environment by itself (scalar) and through a vector environment, one and many at a time; and how many of
    /// those actions are drawn a second, which the others include.
    /// </summary>
    /// <param name="environments">Which.</param>
    /// <param name="plan">How often and how long.</param>
    public static BenchmarkReport Run(ImmutableArray<EnvironmentEntry> environments, MeasuringPlan plan)
    {
        var peak = MachinePeak.Gigaflops(plan);
        var pieces = environments.SelectMany(Pieces).ToImmutableArray();
        var timings = InterleavedTiming.Measure(plan, [.. pieces.Select(piece => piece.Work)]);
        ImmutableArray<Figure> figures =
        [
            .. pieces.Zip(timings, (piece, timing) => Figure.Rate(timing.Name, piece.Unit, timing, piece.Count)),
        ];
        return new("environments", figures, peak, ShareOfPeak: null, plan.RepetitionCount);
    }

    private static IEnumerable<(int Count, string Unit, Workload Work)> Pieces(EnvironmentEntry entry) =>
        [
            .. ScalarCounts.Select(count =>
                (count, "steps/s", ScalarStepping.Work($"{entry.Id}_scalar_{Text(count)}", entry, count))
            ),
            .. VectorCounts.Select(count =>
                (count, "steps/s", VectorStepping.Work($"{entry.Id}_vector_{Text(count)}", entry, count))
            ),
            (
                ActionCount,
                "actions/s",
                VectorStepping.Actions($"{entry.Id}_actions_{Text(ActionCount)}", entry, ActionCount)
            ),
        ];

    private static string Text(int count) => count.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
