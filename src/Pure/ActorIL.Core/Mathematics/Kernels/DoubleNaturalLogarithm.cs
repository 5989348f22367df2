using System.Runtime.CompilerServices;
using ActorIL.Core.Mathematics.Lanes;

namespace ActorIL.Core.Mathematics.Kernels;

/// <summary>
/// log x = k ln 2 + log(1 + f) with x = 2^k (1 + f), 1 + f in [2/3, 4/3). With s = f / (2 + f) and z = s²,
/// log(1 + f) = f - f²/2 + s (f²/2 + z p(z)); f²/2 is kept in two doubles.
/// </summary>
internal static class DoubleNaturalLogarithm
{
    private const double SmallestNormal = 2.2250738585072014e-308;
    private const double SubnormalScale = 4503599627370496d;
    private const int FractionBitCount = 52;
    private const long BitsOfOne = 0x3FF0000000000000;
    private const long BitsOfTwoThirds = 0x3FE5555555555555;
    private const long BitsOfIntegerShift = 0x4330000000000000;
    private const double IntegerShiftAndBias = 4503599627370496d + 1023d;

    /// <summary>ln 2 = High + Low; High has 42 bits, so that its product with an exponent is exact.</summary>
    private const double NaturalLogOfTwoHigh = 0.6931471805598903;
    private const double NaturalLogOfTwoLow = 5.497923018708371e-14;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Apply<TLane>(TLane x)
        where TLane : struct, ILane<TLane, double, long>
    {
        var zero = TLane.Broadcast(0d);
        var smallestNormal = TLane.Broadcast(SmallestNormal);
        var scaled = TLane.SelectLess(x, smallestNormal, x * TLane.Broadcast(SubnormalScale), x);
        var scale = TLane.SelectLess(x, smallestNormal, TLane.Broadcast(FractionBitCount), zero);

        var biased = TLane.ShiftRight(
            TLane.AddBits(scaled, TLane.BroadcastBits(BitsOfOne - BitsOfTwoThirds)), FractionBitCount);
        var mantissa = TLane.AddBits(
            TLane.SubtractBits(scaled, TLane.ShiftLeft(biased, FractionBitCount)), TLane.BroadcastBits(BitsOfOne));
        var exponent = TLane.AddBits(biased, TLane.BroadcastBits(BitsOfIntegerShift))
            - TLane.Broadcast(IntegerShiftAndBias) - scale;
        return AtEdges(x, Logarithm(exponent, mantissa - TLane.Broadcast(1d)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane Logarithm<TLane>(TLane exponent, TLane f)
        where TLane : struct, ILane<TLane, double, long>
    {
        var s = f / (f + TLane.Broadcast(2d));
        var z = s * s;
        var halfSquare = DoubleDouble<TLane>.OfProduct(TLane.Broadcast(0.5) * f, f);
        var low = TLane.FusedMultiplyAdd(exponent, TLane.Broadcast(NaturalLogOfTwoLow), -halfSquare.Low);
        var tail = TLane.FusedMultiplyAdd(s, TLane.FusedMultiplyAdd(z, Series(z), halfSquare.High), low);

        var leading = DoubleDouble<TLane>.OfOrderedSum(exponent * TLane.Broadcast(NaturalLogOfTwoHigh), f);
        var corrected = DoubleDouble<TLane>.OfOrderedSum(leading.High, -halfSquare.High);
        return corrected.High + (tail + (leading.Low + corrected.Low));
    }

    /// <summary>
    /// (log((1 + s) / (1 - s)) / s - 2) / z for |s| ≤ 0.2: minimax polynomial of degree 7 in z = s² (Sollya
    /// fpminimax, relative error of the logarithm 4.8e-19).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane Series<TLane>(TLane z)
        where TLane : struct, ILane<TLane, double, long> =>
        TLane.Broadcast(0.13614483976629874)
            .Horner(z, 0.1320881427656682)
            .Horner(z, 0.15388925777875986)
            .Horner(z, 0.18181735731183268)
            .Horner(z, 0.2222222308120009)
            .Horner(z, 0.285714285669867)
            .Horner(z, 0.4000000000000905)
            .Horner(z, 0.6666666666666666);

    /// <summary>
    /// Infinity gives itself, zero of either sign minus infinity, anything below or NaN the canonical NaN.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane AtEdges<TLane>(TLane x, TLane result)
        where TLane : struct, ILane<TLane, double, long>
    {
        var zero = TLane.Broadcast(0d);
        var number = TLane.SelectLess(x, TLane.Broadcast(double.PositiveInfinity), result, x);
        var zeroOrLess = TLane.SelectEqual(
            x, zero, TLane.Broadcast(double.NegativeInfinity), TLane.BroadcastBits(0x7FF8000000000000));
        return TLane.SelectLess(zero, x, number, zeroOrLess);
    }
}
