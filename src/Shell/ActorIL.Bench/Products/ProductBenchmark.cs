using System.Collections.Immutable;
using ActorIL.Bench.Measuring;
using ActorIL.Core.Randomness;
using ActorIL.Numerics.Products;

namespace ActorIL.Bench.Products;

/// <summary>Matrix products of the library at the sizes that training has, against the peak of the machine.</summary>
public static class ProductBenchmark
{
    // The layers of small networks with a minibatch, one environment block and a large batch; squares; the dense
    // layer of a network for pixels.
    private static ImmutableArray<DenseShape> Shapes =>
        [
            new(128, 64, 64),
            new(8, 64, 64),
            new(128, 4, 64),
            new(2_048, 64, 64),
            new(256, 256, 256),
            new(1_024, 1_024, 1_024),
            new(64, 3_136, 512),
        ];

    /// <summary>The large squares.</summary>
    internal static ImmutableArray<DenseShape> Large =>
        [.. Shapes.Where(shape => shape.BatchCount == shape.InputCount)];

    /// <summary>10⁹ operations a second of each size; names are rows x columns x steps of the sum.</summary>
    public static BenchmarkReport Run(MeasuringPlan plan)
    {
        var peak = MachinePeak.Gigaflops(plan);
        var timings = InterleavedTiming.Measure(plan, [.. Shapes.Select(Product)]);
        ImmutableArray<Figure> figures = [.. Shapes.Zip(timings, (shape, timing) => Rate(shape, timing, peak))];
        return new("gemm", figures, peak, figures[0].ShareOfPeak, plan.RepetitionCount);
    }

    internal static Figure Rate(DenseShape shape, Timing timing, double peak)
    {
        var operationCount = 2.0 * shape.BatchCount * shape.InputCount * shape.OutputCount;
        return Figure
            .Rate(timing.Name, "GFLOP/s", timing, operationCount / 1e9)
            .WithShare(operationCount, timing.Median, peak);
    }

    internal static Workload Product(DenseShape shape)
    {
        var inputs = Numbers(shape.BatchCount * shape.InputCount);
        var weights = Numbers(shape.InputCount * shape.OutputCount);
        var biases = Numbers(shape.OutputCount);
        var outputs = new float[shape.BatchCount * shape.OutputCount];
        var name = FormattableString.Invariant($"{shape.BatchCount}x{shape.OutputCount}x{shape.InputCount}");
        return new(name, () => DenseProducts.Forward(in shape, inputs, weights, biases, outputs));
    }

    private static float[] Numbers(int count)
    {
        var values = new float[count];
        NormalDraw.Fill(RngKey.Root(1), values);
        return values;
    }
}
