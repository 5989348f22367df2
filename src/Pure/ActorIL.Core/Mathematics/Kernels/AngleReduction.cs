using System.Runtime.CompilerServices;
using ActorIL.Core.Mathematics.Lanes;

namespace ActorIL.Core.Mathematics.Kernels;

/// <summary>
/// An angle as quadrant · π/2 + remainder, |remainder| ≤ π/4 but for rounding. The low two bits of the quadrant's bit
/// pattern count the quarter turns.
/// </summary>
/// <remarks>
/// Results leave through separate out parameters: copying them as one struct would read several stores with one wide
/// load, which stalls the processor longer than the whole reduction takes.
/// </remarks>
internal static class AngleReduction
{
    /// <summary>1.5 · 2^52: adding it rounds to an integer, which then stands in the low bits of the sum.</summary>
    private const double RoundingShift = 6755399441055744d;
    private const double TwoOverPi = 0.6366197723675814;

    /// <summary>
    /// Reduces |x| ≤ <see cref="HalfPi.ReductionLimit"/> with π/2 as the sum of three doubles, 159 bits (Cody and
    /// Waite). The first difference is exact: both terms are multiples of 2^-52 or finer and the result is below
    /// one.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Reduce<TLane>(TLane x, out TLane quadrant, out DoubleDouble<TLane> remainder)
        where TLane : struct, ILane<TLane, double, long> => Reduced(x, out quadrant, out remainder);

    /// <summary>As above, for loops that consist of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Reduced<TLane>(TLane x, out TLane quadrant, out DoubleDouble<TLane> remainder)
        where TLane : struct, ILane<TLane, double, long>
    {
        quadrant = Quadrant(x);
        var n = quadrant - TLane.Broadcast(RoundingShift);
        var first = TLane.FusedMultiplyAdd(n, TLane.Broadcast(-HalfPi.High), x);
        var second = DoubleDouble<TLane>.OfProduct(n, TLane.Broadcast(HalfPi.Middle));
        var difference = DoubleDouble<TLane>.OfDifference(first, second.High);
        var low = TLane.FusedMultiplyAdd(n, TLane.Broadcast(-HalfPi.Low), difference.Low - second.Low);
        remainder = DoubleDouble<TLane>.OfOrderedSum(difference.High, low);
    }

    /// <summary>As above, the remainder to one double: enough for a result rounded to float.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ReduceSingle<TLane>(TLane x, out TLane quadrant, out TLane remainder)
        where TLane : struct, ILane<TLane, double, long>
    {
        quadrant = Quadrant(x);
        var n = quadrant - TLane.Broadcast(RoundingShift);
        var first = TLane.FusedMultiplyAdd(n, TLane.Broadcast(-HalfPi.High), x);
        remainder = TLane.FusedMultiplyAdd(n, TLane.Broadcast(-HalfPi.Middle), first);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane Quadrant<TLane>(TLane x)
        where TLane : struct, ILane<TLane, double, long> =>
        TLane.FusedMultiplyAdd(x, TLane.Broadcast(TwoOverPi), TLane.Broadcast(RoundingShift));
}
