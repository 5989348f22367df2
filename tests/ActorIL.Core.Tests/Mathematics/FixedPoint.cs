using System.Numerics;

namespace ActorIL.Core.Tests.Mathematics;

/// <summary>
/// Sine, cosine and logarithm of doubles as integers times 2^-<see cref="FractionBitCount"/>, by Taylor series on big
/// integers: slow, plain and independent of the code it judges.
/// </summary>
internal static class FixedPoint
{
    /// <summary>So many bits that a remainder of 2^-62 keeps over 150 of them.</summary>
    public const int FractionBitCount = 224;

    private const int HalfPiBitCount = 1400;

    private static readonly BigInteger One = BigInteger.One << FractionBitCount;
    private static readonly BigInteger HalfPi = ComputeHalfPi();
    private static readonly BigInteger LogarithmOfTwo = TwiceArtanh(One / 3);

    /// <summary>x = significand · 2^exponent.</summary>
    public static (BigInteger Significand, int Exponent) Split(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        var biased = (int)((bits >> 52) & 0x7FF);
        var fraction = bits & ((1L << 52) - 1);
        var significand = biased == 0 ? fraction : fraction | (1L << 52);
        return (bits < 0 ? -significand : significand, Math.Max(biased, 1) - 1075);
    }

    public static BigInteger Shift(BigInteger value, int bitCount) =>
        bitCount < 0 ? value >> -bitCount : value << bitCount;

    public static (BigInteger Sine, BigInteger Cosine) SinCos(double x)
    {
        var (significand, exponent) = Split(Math.Abs(x));

        // The quotient has up to exponent + 53 bits, and each one costs the remainder one of π's.
        var precision = Math.Min(HalfPiBitCount, Math.Max(0, exponent + 53) + FractionBitCount + 8);
        var halfPi = HalfPi >> (HalfPiBitCount - precision);
        var angle = Shift(significand, exponent + precision);
        var quotient = ((2 * angle) + halfPi) / (2 * halfPi);
        var remainder = Shift(angle - (quotient * halfPi), FractionBitCount - precision);

        var square = Multiply(remainder, remainder);
        var (sine, cosine) = Turn((int)(quotient & 3), Series(remainder, square, 2), Series(One, square, 1));
        return (x < 0 ? -sine : sine, cosine);
    }

    /// <summary>Natural logarithm of a positive double: k ln 2 + 2 artanh((m - 1) / (m + 1)), m in [1, 2).</summary>
    public static BigInteger Log(double x)
    {
        var (significand, exponent) = Split(x);
        var bitCount = (int)significand.GetBitLength();
        var mantissa = Shift(significand, FractionBitCount - bitCount + 1);
        var ratio = ((mantissa - One) << FractionBitCount) / (mantissa + One);
        return ((exponent + bitCount - 1) * LogarithmOfTwo) + TwiceArtanh(ratio);
    }

    private static (BigInteger Sine, BigInteger Cosine) Turn(
        int quarterTurnCount, BigInteger sine, BigInteger cosine) =>
        quarterTurnCount switch
        {
            0 => (sine, cosine),
            1 => (cosine, -sine),
            2 => (-sine, -cosine),
            _ => (-cosine, sine),
        };

    private static BigInteger Multiply(BigInteger left, BigInteger right) => (left * right) >> FractionBitCount;

    /// <summary>first - first·z/(k(k+1)) + first·z²/(k(k+1)(k+2)(k+3)) - …</summary>
    private static BigInteger Series(BigInteger first, BigInteger square, int k)
    {
        var (sum, term) = (first, first);
        for (var factor = k; BigInteger.Abs(term) > 1; factor += 2)
        {
            term = -Multiply(term, square) / (factor * (factor + 1));
            sum += term;
        }

        return sum;
    }

    private static BigInteger TwiceArtanh(BigInteger ratio)
    {
        var square = Multiply(ratio, ratio);
        var (sum, power) = (ratio, ratio);
        for (var n = 3; !power.IsZero; n += 2)
        {
            power = Multiply(power, square);
            sum += power / n;
        }

        return 2 * sum;
    }

    /// <summary>π/2 = 8 arctan(1/5) - 2 arctan(1/239) (Machin).</summary>
    private static BigInteger ComputeHalfPi()
    {
        const int guardBitCount = 32;
        return ((8 * ArcTangentOfInverse(5)) - (2 * ArcTangentOfInverse(239))) >> guardBitCount;

        static BigInteger ArcTangentOfInverse(int n)
        {
            var power = (BigInteger.One << (HalfPiBitCount + guardBitCount)) / n;
            var sum = power;
            for (var k = 3; !power.IsZero; k += 2)
            {
                power = -power / (n * n);
                sum += power / k;
            }

            return sum;
        }
    }
}
