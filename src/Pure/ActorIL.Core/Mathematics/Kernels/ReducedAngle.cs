using System.Runtime.CompilerServices;
using ActorIL.Core.Mathematics.Lanes;

namespace ActorIL.Core.Mathematics.Kernels;

/// <summary>An angle as quadrant · π/2 + remainder, |remainder| ≤ π/4 but for rounding.</summary>
/// <param name="quadrant">The low two bits of the bit pattern count the quarter turns.</param>
/// <param name="remainder">In radians.</param>
internal readonly struct ReducedAngle<TLane>(TLane quadrant, DoubleDouble<TLane> remainder)
    where TLane : struct, ILane<TLane, double, long>
{
    /// <summary>1.5 · 2^52: adding it rounds to an integer, which then stands in the low bits of the sum.</summary>
    private const double RoundingShift = 6755399441055744d;
    private const double TwoOverPi = 0.6366197723675814;

    public TLane Quadrant { get; } = quadrant;

    public DoubleDouble<TLane> Remainder { get; } = remainder;

    /// <summary>
    /// Reduces |x| ≤ <see cref="HalfPi.ReductionLimit"/> with π/2 as the sum of three doubles, 159 bits (Cody and Waite).
    /// The first difference is exact: both terms are multiples of 2^-52 or finer and the result is below one.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReducedAngle<TLane> Of(TLane x)
    {
        var quadrant = TLane.FusedMultiplyAdd(x, TLane.Broadcast(TwoOverPi), TLane.Broadcast(RoundingShift));
        var n = quadrant - TLane.Broadcast(RoundingShift);
        var first = TLane.FusedMultiplyAdd(n, TLane.Broadcast(-HalfPi.High), x);
        var second = DoubleDouble<TLane>.OfProduct(n, TLane.Broadcast(HalfPi.Middle));
        var difference = DoubleDouble<TLane>.OfDifference(first, second.High);
        var low = TLane.FusedMultiplyAdd(n, TLane.Broadcast(-HalfPi.Low), difference.Low - second.Low);
        return new(quadrant, DoubleDouble<TLane>.OfOrderedSum(difference.High, low));
    }

    /// <summary>As <see cref="Of"/>, the remainder to one double: enough for a result rounded to float.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReducedAngle<TLane> OfSingle(TLane x)
    {
        var quadrant = TLane.FusedMultiplyAdd(x, TLane.Broadcast(TwoOverPi), TLane.Broadcast(RoundingShift));
        var n = quadrant - TLane.Broadcast(RoundingShift);
        var first = TLane.FusedMultiplyAdd(n, TLane.Broadcast(-HalfPi.High), x);
        var second = TLane.FusedMultiplyAdd(n, TLane.Broadcast(-HalfPi.Middle), first);
        return new(quadrant, new(second, TLane.Broadcast(0d)));
    }
}
