using System.Runtime.CompilerServices;
using ActorIL.Core.Mathematics.Lanes;

namespace ActorIL.Core.Mathematics.Kernels;

/// <summary>e^x = 2^n · e^r with |r| ≤ ln 2 / 2, which exp, sigmoid, softplus and erf share.</summary>
internal static class ExponentialParts
{
    /// <summary>1.5 · 2^23: adding it rounds to an integer, which then stands in the low bits of the sum.</summary>
    public const float RoundingShift = 12582912f;

    private const float BinaryLogOfE = 1.44269504f;

    /// <summary>ln 2 = High + Low, each a float.</summary>
    private const float NaturalLogOfTwoHigh = 0.693147182f;
    private const float NaturalLogOfTwoLow = -1.90465421e-9f;
    private const int BitsOfOne = 0x3F800000;
    private const int FractionBitCount = 23;

    /// <summary>
    /// e^x for x in [-104, 89], where it under- and overflows by itself. A NaN stays some NaN. e^r = 1 + r + r²
    /// q(r): minimax polynomial of degree 6 for |r| ≤ 0.3466 with float coefficients (Sollya fpminimax, relative
    /// error 3.3e-9).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane ExponentialOfBounded<TLane>(TLane x)
        where TLane : struct, ILane<TLane, float, int>
    {
        var one = TLane.Broadcast(1f);
        var shift = TLane.Broadcast(RoundingShift);
        var shifted = TLane.FusedMultiplyAdd(x, TLane.Broadcast(BinaryLogOfE), shift);
        var n = shifted - shift;

        // r = high + low: high is exact, and low joins only where it can no longer be rounded away.
        var high = TLane.FusedMultiplyAdd(n, TLane.Broadcast(-NaturalLogOfTwoHigh), x);
        var low = n * TLane.Broadcast(-NaturalLogOfTwoLow);
        var r = high + low;
        var square = r * r;
        var first = TLane.Broadcast(0.16666521f).Horner(r, 0.49999991f);
        var second = TLane.Broadcast(8.3686709e-3f).Horner(r, 4.1668963e-2f);
        var q = TLane.FusedMultiplyAdd(TLane.Broadcast(1.3782477e-3f), square, second);
        q = TLane.FusedMultiplyAdd(q, square, first);
        var power = (high + TLane.FusedMultiplyAdd(square, q, low)) + one;

        // Two exact factors: 2^n alone leaves the float range at both ends, and only the last product may round.
        var half = TLane.ShiftRight(shifted, 1);
        return power * PowerOfTwo(half) * PowerOfTwo(TLane.SubtractBits(shifted, half));
    }

    /// <summary>2^n for the n in the low nine bits, -126 ≤ n ≤ 127.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane PowerOfTwo<TLane>(TLane lowBits)
        where TLane : struct, ILane<TLane, float, int> =>
        TLane.AddBits(TLane.ShiftLeft(lowBits, FractionBitCount), TLane.BroadcastBits(BitsOfOne));
}
