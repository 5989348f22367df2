using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using ActorIL.Numerics.Products;

namespace ActorIL.Bench.Measuring;

/// <summary>
/// The most floating-point operations a second that one core reaches here: fused multiply-adds that stay in registers,
/// with the widest vectors.
/// </summary>
public static class MachinePeak
{
    private const int AccumulatorCount = 12;
    private const int StepCount = 4_096;
    private const int RepetitionCountMin = 15;

    /// <summary>Bits of the widest vectors that products use here.</summary>
    public static int VectorBits =>
        Vector512.IsHardwareAccelerated ? 512
        : Vector256.IsHardwareAccelerated ? 256
        : Vector128.IsHardwareAccelerated ? 128
        : 32;

    /// <summary>
    /// In 10⁹ operations a second, one fused multiply-add counted as two; the best of the repetitions, since
    /// disturbances only lower it.
    /// </summary>
    public static double Gigaflops(MeasuringPlan plan)
    {
        var more = plan with { RepetitionCount = Math.Max(plan.RepetitionCount, RepetitionCountMin) };
        var timing = InterleavedTiming.Measure(more, new Workload("fma", static () => Run()))[0];
        return 2.0 * AccumulatorCount * StepCount * (VectorBits / 32) / timing.Seconds.Min() / 1e9;
    }

    /// <summary>One run of the loop; the sum keeps it from being left out.</summary>
    private static float Run() =>
        VectorBits switch
        {
            512 => Vector512.Sum(Loop<Lanes512, Vector512<float>>()),
            256 => Vector256.Sum(Loop<Lanes256, Vector256<float>>()),
            128 => Vector128.Sum(Loop<Lanes128, Vector128<float>>()),
            _ => Loop<Lanes1, float>(),
        };

    // Twelve chains: enough for a latency of four to six cycles on two units. They fit into sixteen registers.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static TVector Loop<TLanes, TVector>()
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        var (factor, addend) = (TLanes.Broadcast(0.5f), TLanes.Broadcast(1f));
        TVector a0 = addend,
            a1 = addend,
            a2 = addend,
            a3 = addend,
            a4 = addend,
            a5 = addend;
        TVector b0 = factor,
            b1 = factor,
            b2 = factor,
            b3 = factor,
            b4 = factor,
            b5 = factor;
        for (var step = 0; step < StepCount; step++)
        {
            a0 = TLanes.MultiplyAdd(a0, factor, addend);
            a1 = TLanes.MultiplyAdd(a1, factor, addend);
            a2 = TLanes.MultiplyAdd(a2, factor, addend);
            a3 = TLanes.MultiplyAdd(a3, factor, addend);
            a4 = TLanes.MultiplyAdd(a4, factor, addend);
            a5 = TLanes.MultiplyAdd(a5, factor, addend);
            b0 = TLanes.MultiplyAdd(b0, factor, addend);
            b1 = TLanes.MultiplyAdd(b1, factor, addend);
            b2 = TLanes.MultiplyAdd(b2, factor, addend);
            b3 = TLanes.MultiplyAdd(b3, factor, addend);
            b4 = TLanes.MultiplyAdd(b4, factor, addend);
            b5 = TLanes.MultiplyAdd(b5, factor, addend);
        }

        var left = TLanes.Add(TLanes.Add(TLanes.Add(a0, a1), TLanes.Add(a2, a3)), TLanes.Add(a4, a5));
        var right = TLanes.Add(TLanes.Add(TLanes.Add(b0, b1), TLanes.Add(b2, b3)), TLanes.Add(b4, b5));
        return TLanes.Add(left, right);
    }
}
