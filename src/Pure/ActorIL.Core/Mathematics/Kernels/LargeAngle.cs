using ActorIL.Core.Mathematics.Lanes;

namespace ActorIL.Core.Mathematics.Kernels;

/// <summary>Reduction of angles too large for three doubles of π/2, by integer multiplication with 2/π.</summary>
/// <remarks>Source: M. Payne and R. Hanek, "Radian reduction for trigonometric functions", SIGNUM 18 (1983).</remarks>
internal static class LargeAngle
{
    private const int FractionBitCount = 52;
    private const int ExponentBias = 1023;

    /// <summary>
    /// The table starts at the bit of weight 2^25, so that the window for the smallest angle starts in it.
    /// </summary>
    private const int TableStartWeight = 25;

    /// <summary>The bits of 2/π after 26 leading zeros: enough for the largest double.</summary>
    private static ReadOnlySpan<ulong> TwoOverPi =>
    [
        0x00000028BE60DB93, 0x91054A7F09D5F47D, 0x4D377036D8A5664F, 0x10E4107F9458EAF7,
        0xAEF1586DC91B8E90, 0x9374B801924BBA82, 0x7464873F877AC72C, 0x4A69CFBA208D7D4B,
        0xAED1213A671C09AD, 0x17DF904E64758E60, 0xD4CE7D272117E2EF, 0x7E4A0EC7FE25FFF7,
        0x816603FBCBC462D6, 0x829B47DB4D9FB3C9, 0xF2C26DD3D18FD9A7, 0x97FA8B5D49EEB1FA,
        0xF97C5ECF41CE7DE2, 0x94A4BA9AFED7EC47, 0xE357421580CC11BF, 0x1EDAEAFC33EF0826,
    ];

    /// <summary>
    /// Reduces any finite x of at least 2^28 in magnitude; the remainder is accurate to 2^-66 of itself.
    /// </summary>
    public static void Reduce(double x, out DoubleLane quadrant, out DoubleDouble<DoubleLane> remainder)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        var significand = (ulong)(bits & ((1L << FractionBitCount) - 1)) | (1UL << FractionBitCount);
        var exponent = (int)((bits >> FractionBitCount) & 0x7FF) - ExponentBias - FractionBitCount;
        var turns = QuarterTurns(significand, exponent);

        // Two integer bits, then the fraction; as a signed number it lies in [-1/2, 1/2) and carries into the integer.
        var fraction = (Int128)(turns << 2);
        var quarterTurnCount = (long)(turns >> 126) + (fraction < 0 ? 1 : 0);
        var isNegative = (fraction < 0) != (bits < 0);
        remainder = TimesHalfPi((UInt128)(fraction < 0 ? -fraction : fraction), isNegative);
        quadrant = DoubleLane.BroadcastBits(bits < 0 ? -quarterTurnCount : quarterTurnCount);
    }

    /// <summary>significand · 2^exponent · 2/π modulo 4, as a multiple of 2^-126.</summary>
    private static UInt128 QuarterTurns(ulong significand, int exponent)
    {
        var start = exponent + TableStartWeight - 1;
        var high = Window(start);
        var middle = Window(start + 64);
        var low = Window(start + 128);
        var carry = Math.BigMul(significand, low) >> 64;
        return ((UInt128)(significand * high) << 64) + Math.BigMul(significand, middle) + carry;
    }

    private static ulong Window(int startBit)
    {
        var word = startBit >> 6;
        var offset = startBit & 63;
        return offset == 0
            ? TwoOverPi[word]
            : (TwoOverPi[word] << offset) | (TwoOverPi[word + 1] >> (64 - offset));
    }

    private static DoubleDouble<DoubleLane> TimesHalfPi(UInt128 fraction, bool isNegative)
    {
        var leadingZeroCount = (int)UInt128.LeadingZeroCount(fraction);
        var normalised = fraction << leadingZeroCount;
        var top = (ulong)(normalised >> 75);
        var next = (ulong)(normalised >> 22) & ((1UL << 53) - 1);
        var unit = PowerOfTwo(-53 - leadingZeroCount) * (isNegative ? -1d : 1d);
        var turns = new DoubleDouble<DoubleLane>(new(top * unit), new(next * unit * PowerOfTwo(-53)));
        var halfPi = new DoubleDouble<DoubleLane>(new(HalfPi.High), new(HalfPi.Middle));
        var product = turns * halfPi;
        return DoubleDouble<DoubleLane>.OfOrderedSum(product.High, product.Low);
    }

    private static double PowerOfTwo(int exponent) =>
        BitConverter.Int64BitsToDouble((long)(ExponentBias + exponent) << FractionBitCount);
}
