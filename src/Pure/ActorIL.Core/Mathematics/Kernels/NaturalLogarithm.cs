using System.Runtime.CompilerServices;
using ActorIL.Core.Mathematics.Lanes;

namespace ActorIL.Core.Mathematics.Kernels;

/// <summary>log x = k ln 2 + log m with x = 2^k m and m in [2/3, 4/3).</summary>
internal readonly struct NaturalLogarithm : ISingleKernel
{
    private const float SmallestNormal = 1.17549435e-38f;
    private const float SubnormalScale = 8388608f;
    private const int FractionBitCount = 23;
    private const int BitsOfOne = 0x3F800000;
    private const int BitsOfTwoThirds = 0x3F2AAAAB;

    /// <summary>2^23: the integer in the low bits of its fraction becomes the float 2^23 + integer.</summary>
    private const int BitsOfIntegerShift = 0x4B000000;
    private const float IntegerShiftAndBias = 8388608f + 127f;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Apply<TLane>(TLane x)
        where TLane : struct, ILane<TLane, float, int>
    {
        var zero = TLane.Broadcast(0f);
        var smallestNormal = TLane.Broadcast(SmallestNormal);
        var scaled = TLane.SelectLess(x, smallestNormal, x * TLane.Broadcast(SubnormalScale), x);
        var scale = TLane.SelectLess(x, smallestNormal, TLane.Broadcast(FractionBitCount), zero);

        var biased = TLane.ShiftRight(
            TLane.AddBits(scaled, TLane.BroadcastBits(BitsOfOne - BitsOfTwoThirds)), FractionBitCount);
        var mantissa = TLane.AddBits(
            TLane.SubtractBits(scaled, TLane.ShiftLeft(biased, FractionBitCount)), TLane.BroadcastBits(BitsOfOne));
        var exponent = TLane.AddBits(biased, TLane.BroadcastBits(BitsOfIntegerShift))
            - TLane.Broadcast(IntegerShiftAndBias) - scale;

        var result = LogarithmParts.Logarithm(exponent, mantissa - TLane.Broadcast(1f));
        return AtEdges(x, result);
    }

    /// <summary>
    /// Infinity gives itself, zero of either sign minus infinity, anything below or NaN the canonical NaN.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane AtEdges<TLane>(TLane x, TLane result)
        where TLane : struct, ILane<TLane, float, int>
    {
        var zero = TLane.Broadcast(0f);
        var infinity = TLane.Broadcast(float.PositiveInfinity);
        var number = TLane.SelectLess(x, infinity, result, x);
        var zeroOrLess = TLane.SelectEqual(
            x, zero, TLane.Broadcast(float.NegativeInfinity), TLane.BroadcastBits(0x7FC00000));
        return TLane.SelectLess(zero, x, number, zeroOrLess);
    }
}
