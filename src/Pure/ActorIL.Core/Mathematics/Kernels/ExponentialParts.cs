using System.Runtime.CompilerServices;
using ActorIL.Core.Mathematics.Lanes;

namespace ActorIL.Core.Mathematics.Kernels;

/// <summary>The pieces of e^x = 2^n · e^r, |r| ≤ ln 2 / 2, from which exp, tanh, sigmoid, softplus and erf are built.</summary>
internal static class ExponentialParts
{
    /// <summary>1.5 · 2^23: adding it rounds to an integer, which then stands in the low bits of the sum.</summary>
    private const float RoundingShift = 12582912f;

    private const float BinaryLogOfE = 1.44269504f;

    /// <summary>ln 2 = High + Low, each a float.</summary>
    private const float NaturalLogOfTwoHigh = 0.693147182f;
    private const float NaturalLogOfTwoLow = -1.90465421e-9f;
    private const int BitsOfOne = 0x3F800000;
    private const int FractionBitCount = 23;

    /// <summary>e^x for x in [-104, 89], where it under- and overflows by itself. A NaN stays some NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane ExponentialOfBounded<TLane>(TLane x)
        where TLane : struct, ILane<TLane, float, int>
    {
        var shifted = ShiftedBinaryExponent(x);
        var n = shifted - TLane.Broadcast(RoundingShift);
        var high = TLane.FusedMultiplyAdd(n, TLane.Broadcast(-NaturalLogOfTwoHigh), x);
        var r = TLane.FusedMultiplyAdd(n, TLane.Broadcast(-NaturalLogOfTwoLow), high);
        var power = ExponentialMinusOneOfReduced(r) + TLane.Broadcast(1f);

        // Two exact factors: 2^n alone leaves the float range at both ends, and only the last product may round.
        var half = TLane.ShiftRight(shifted, 1);
        return power * PowerOfTwo(half) * PowerOfTwo(TLane.SubtractBits(shifted, half));
    }

    /// <summary>x · log2 e rounded to an integer n, held in the low bits of 1.5 · 2^23 + n.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane ShiftedBinaryExponent<TLane>(TLane x)
        where TLane : struct, ILane<TLane, float, int> =>
        TLane.FusedMultiplyAdd(x, TLane.Broadcast(BinaryLogOfE), TLane.Broadcast(RoundingShift));

    /// <summary>2^n for the n in the low nine bits, -126 ≤ n ≤ 127.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane PowerOfTwo<TLane>(TLane lowBits)
        where TLane : struct, ILane<TLane, float, int> =>
        TLane.AddBits(TLane.ShiftLeft(lowBits, FractionBitCount), TLane.BroadcastBits(BitsOfOne));

    /// <summary>
    /// e^r - 1 for |r| ≤ 0.347: r + r² q(r), where r + r² q is a minimax polynomial of degree 6 with float coefficients
    /// (Sollya fpminimax, relative error 1.4e-8).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane ExponentialMinusOneOfReduced<TLane>(TLane r)
        where TLane : struct, ILane<TLane, float, int>
    {
        var q = TLane.Broadcast(1.38642872e-3f)
            .Horner(r, 8.36655591e-3f)
            .Horner(r, 4.16675061e-2f)
            .Horner(r, 0.166665435f)
            .Horner(r, 0.49999997f);
        return TLane.FusedMultiplyAdd(r * r, q, r);
    }
}
