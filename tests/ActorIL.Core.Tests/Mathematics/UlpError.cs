using System.Numerics;

namespace ActorIL.Core.Tests.Mathematics;

/// <summary>Distance of a result from the exact value, in units in the last place of the exact value.</summary>
internal static class UlpError
{
    private const double SingleOverflow = 3.4028235677973366e38;
    private const int SmallestSingleExponent = -126;

    /// <summary>Infinite where a NaN, an infinity or a number stands in for another of these.</summary>
    public static double Of(float actual, double exact)
    {
        if (double.IsNaN(exact) || float.IsNaN(actual))
        {
            return double.IsNaN(exact) && float.IsNaN(actual) ? 0 : double.PositiveInfinity;
        }

        if (Math.Abs(exact) >= SingleOverflow || float.IsInfinity(actual))
        {
            return float.IsInfinity(actual) && Math.Abs(exact) >= SingleOverflow && actual > 0 == exact > 0
                ? 0
                : double.PositiveInfinity;
        }

        return Math.Abs(actual - exact) * UnitsPerOne(exact);
    }

    /// <summary>The inverse of the exact value's float ulp, by bits: exhaustive runs call this often.</summary>
    private static double UnitsPerOne(double exact)
    {
        var exponent = (int)((BitConverter.DoubleToInt64Bits(exact) >> 52) & 0x7FF) - 1023;
        return BitConverter.Int64BitsToDouble((1023L + 23 - Math.Max(exponent, SmallestSingleExponent)) << 52);
    }

    /// <param name="actual">A finite double.</param>
    /// <param name="exact">The exact value times 2^<see cref="FixedPoint.FractionBitCount"/>, of at least
    /// 2^-1022.</param>
    public static double Of(double actual, BigInteger exact)
    {
        var (significand, exponent) = FixedPoint.Split(actual);
        var scaled = FixedPoint.Shift(significand, exponent + FixedPoint.FractionBitCount);
        var bitCount = (long)BigInteger.Abs(exact).GetBitLength();
        return exact.IsZero
            ? actual == 0 ? 0 : double.PositiveInfinity
            : Math.Exp(BigInteger.Log(BigInteger.Abs(scaled - exact) + 1) - ((bitCount - 53) * Math.Log(2)));
    }
}
