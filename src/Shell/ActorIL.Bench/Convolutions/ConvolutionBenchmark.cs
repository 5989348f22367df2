using System.Collections.Immutable;
using ActorIL.Bench.Measuring;
using ActorIL.Bench.Products;

namespace ActorIL.Bench.Convolutions;

/// <summary>
/// A network for pixels, forward and backward, against the machine and against the library's matrix products.
/// </summary>
public static class ConvolutionBenchmark
{
    private const int BatchCount = 64;

    /// <summary>Frames of 4 x 84 x 84 and of 4 x 96 x 96, and the library's large matrix products.</summary>
    public static BenchmarkReport Run(MeasuringPlan plan)
    {
        var peak = MachinePeak.Gigaflops(plan);
        ImmutableArray<NatureWork> works = [new(84, BatchCount), new(96, BatchCount)];
        var products = ProductBenchmark.Large;
        ImmutableArray<Workload> workloads =
        [
            .. works.SelectMany(static work => new[] { work.Both, work.Forward }),
            .. products.Select(ProductBenchmark.Product),
        ];
        var timings = InterleavedTiming.Measure(plan, workloads);
        ImmutableArray<Figure> rates =
        [
            .. products.Zip(timings[^products.Length..], (shape, timing) => ProductBenchmark.Rate(shape, timing, peak)),
        ];
        var best = rates.Max(static rate => rate.Median);
        ImmutableArray<Figure> figures =
        [
            .. works.SelectMany((work, i) => Figures(work, timings[2 * i], timings[(2 * i) + 1], peak, best)),
            .. rates.Select(static rate => rate with { Name = $"gemm_{rate.Name}" }),
        ];
        return new("convolution", figures, peak, figures[0].ShareOfPeak, plan.RepetitionCount);
    }

    private static ImmutableArray<Figure> Figures(
        NatureWork work,
        Timing both,
        Timing forward,
        double peak,
        double bestProduct
    )
    {
        var rate = Figure.Rate($"{work.Name}_rate", "GFLOP/s", both, work.OperationCount / 1e9);
        return
        [
            Figure.Microseconds(work.Name, both).WithShare(work.OperationCount, both.Median, peak),
            Figure.Microseconds($"{work.Name}_forward", forward),
            Figure.Rate($"{work.Name}_frames", "frames/s", both, BatchCount),
            rate,
            Figure.Of($"{work.Name}_of_gemm", "share", rate.Median / bestProduct),
        ];
    }
}
