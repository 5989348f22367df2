using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ActorIL.Core.Mathematics.Lanes;

namespace ActorIL.Core.Mathematics.Kernels;

/// <summary>
/// Sine and cosine of many angles, in passes over blocks that stay in the fastest cache: reduction, sines, cosines, and
/// turning the pairs. The passes are what <see cref="SineCosine.Evaluate"/> does, so the bits are the same.
/// </summary>
/// <remarks>
/// Each pass is a loop of its own: its numbers stay in registers, and the processor works on several iterations at
/// once. One vector after the other through all of it passes numbers between calls through memory, and waits for each.
/// </remarks>
internal static class SineCosineBlocks
{
    private const int BlockCount = 128;

    /// <summary>Just below π/4: the number of quarter turns is certainly zero.</summary>
    private const double WithoutTurns = 0.78;

    /// <param name="angles">Radians, shape [n].</param>
    /// <param name="sines">Written, shape [n]; may be the memory of the angles.</param>
    /// <param name="cosines">Written, shape [n]; may be the memory of the angles.</param>
    /// <returns>How many were done: whole lanes.</returns>
    public static int SinCos<TLane>(ReadOnlySpan<double> angles, Span<double> sines, Span<double> cosines)
        where TLane : struct, ILane<TLane, double, long>
    {
        var end = angles.Length - (angles.Length % TLane.Count);
        if (end == 0)
        {
            return 0;
        }

        // No more than is needed: it is cleared, which few angles would wait for.
        Span<double> scratch = stackalloc double[4 * Math.Min(BlockCount, end)];
        for (var start = 0; start < end; start += BlockCount)
        {
            var count = Math.Min(BlockCount, end - start);
            Block<TLane>(angles.Slice(start, count), sines.Slice(start, count), cosines.Slice(start, count), scratch);
        }

        return end;
    }

    private static void Block<TLane>(
        ReadOnlySpan<double> angles,
        Span<double> sines,
        Span<double> cosines,
        Span<double> scratch
    )
        where TLane : struct, ILane<TLane, double, long>
    {
        var count = angles.Length;
        var high = scratch[..count];
        var low = scratch.Slice(count, count);
        var quadrants = scratch.Slice(2 * count, count);
        var own = scratch.Slice(3 * count, count);
        angles.CopyTo(own);
        var greatest = Greatest(own);
        if (greatest <= WithoutTurns)
        {
            low.Clear();
            Sines<TLane>(own, low, sines);
            Cosines<TLane>(own, low, cosines);
        }
        else if (greatest <= HalfPi.ReductionLimit)
        {
            Reduce<TLane>(own, quadrants, high, low);
            Sines<TLane>(high, low, sines);
            Cosines<TLane>(high, low, cosines);
            Rotate<TLane>(own, quadrants, sines, cosines);
        }
        else
        {
            for (var i = 0; i < count; i++)
            {
                DoubleTrigonometry.SinCos(own[i], out sines[i], out cosines[i]);
            }
        }
    }

    /// <summary>The greatest magnitude; NaN where there is one.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double Greatest(ReadOnlySpan<double> angles)
    {
        // The bits of magnitudes are ordered as the magnitudes are, and NaN comes after infinity.
        var bits = MemoryMarshal.Cast<double, long>(angles);
        var (index, greatests) = (0, Vector256<long>.Zero);
        var magnitude = Vector256.Create(long.MaxValue);
        for (; index <= bits.Length - Vector256<long>.Count; index += Vector256<long>.Count)
        {
            greatests = Vector256.Max(greatests, Vector256.Create(bits[index..]) & magnitude);
        }

        var greatest = Math.Max(Math.Max(greatests[0], greatests[1]), Math.Max(greatests[2], greatests[3]));
        for (; index < bits.Length; index++)
        {
            greatest = Math.Max(greatest, bits[index] & long.MaxValue);
        }

        return BitConverter.Int64BitsToDouble(greatest);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Reduce<TLane>(
        ReadOnlySpan<double> angles,
        Span<double> quadrants,
        Span<double> high,
        Span<double> low
    )
        where TLane : struct, ILane<TLane, double, long>
    {
        for (var i = 0; i < angles.Length; i += TLane.Count)
        {
            AngleReduction.Reduced(TLane.Load(angles[i..]), out var quadrant, out var remainder);
            TLane.Store(quadrant, quadrants[i..]);
            TLane.Store(remainder.High, high[i..]);
            TLane.Store(remainder.Low, low[i..]);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Sines<TLane>(ReadOnlySpan<double> high, ReadOnlySpan<double> low, Span<double> sines)
        where TLane : struct, ILane<TLane, double, long>
    {
        for (var i = 0; i < high.Length; i += TLane.Count)
        {
            var remainder = new DoubleDouble<TLane>(TLane.Load(high[i..]), TLane.Load(low[i..]));
            var sine = SineCosine.Sine(in remainder, remainder * remainder);
            TLane.Store(TLane.SelectEqual(remainder.High, TLane.Broadcast(0d), remainder.High, sine), sines[i..]);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Cosines<TLane>(ReadOnlySpan<double> high, ReadOnlySpan<double> low, Span<double> cosines)
        where TLane : struct, ILane<TLane, double, long>
    {
        for (var i = 0; i < high.Length; i += TLane.Count)
        {
            var remainder = new DoubleDouble<TLane>(TLane.Load(high[i..]), TLane.Load(low[i..]));
            TLane.Store(SineCosine.Cosine(remainder * remainder), cosines[i..]);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Rotate<TLane>(
        ReadOnlySpan<double> angles,
        ReadOnlySpan<double> quadrants,
        Span<double> sines,
        Span<double> cosines
    )
        where TLane : struct, ILane<TLane, double, long>
    {
        for (var i = 0; i < angles.Length; i += TLane.Count)
        {
            var (angle, quadrant) = (TLane.Load(angles[i..]), TLane.Load(quadrants[i..]));
            var (sine, cosine) = (TLane.Load(sines[i..]), TLane.Load(cosines[i..]));
            SineCosine.Rotate(quadrant, sine, cosine, out sine, out cosine);
            TLane.Store(TLane.SelectEqual(angle, TLane.Broadcast(0d), angle, sine), sines[i..]);
            TLane.Store(cosine, cosines[i..]);
        }
    }
}
