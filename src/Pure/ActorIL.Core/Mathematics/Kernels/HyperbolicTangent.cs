using System.Runtime.CompilerServices;
using ActorIL.Core.Mathematics.Lanes;

namespace ActorIL.Core.Mathematics.Kernels;

/// <summary>
/// tanh x: an odd polynomial up to 0.625, 1 - 2 / (e^(2|x|) + 1) beyond, the sign put back at the end.
/// </summary>
internal readonly struct HyperbolicTangent : ISingleKernel
{
    private const float Boundary = 0.625f;

    /// <summary>Beyond 9.02 the nearest float is 1.</summary>
    private const float Saturation = 9.1f;
    private const float TwoBinaryLogOfE = 2f * 1.44269504f;
    private const float HalfNaturalLogOfTwo = 0.5f * 0.693147182f;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Apply<TLane>(TLane x)
        where TLane : struct, ILane<TLane, float, int>
    {
        var magnitude = x.Magnitude();
        var beyond = Beyond(magnitude.AtMost(Saturation));
        var result = TLane.SelectLess(magnitude, TLane.Broadcast(Boundary), NearZero(magnitude), beyond);
        return x.NumberOrNaN(result ^ x.Sign());
    }

    /// <summary>
    /// tanh x = x + x³ p(x²) on [0, 0.625]: minimax polynomial of degree 4 in x² with float coefficients (Sollya
    /// fpminimax, relative error 4.7e-9).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane NearZero<TLane>(TLane x)
        where TLane : struct, ILane<TLane, float, int>
    {
        var square = x * x;
        var p = TLane.Broadcast(-5.7161981e-3f)
            .Horner(square, 2.0649707e-2f)
            .Horner(square, -5.3743172e-2f)
            .Horner(square, 0.13331486f)
            .Horner(square, -0.33333284f);
        return TLane.FusedMultiplyAdd(x * square, p, x);
    }

    /// <summary>
    /// 1 - 1 / d with d = (e^(2x) + 1) / 2 and e^(2x) = 2^n e^(2r). One float of ln 2 is enough: its error grows
    /// with n, but tanh flattens faster. h(r) = (e^(2r) - 1) / 2 for |r| ≤ 0.1736: minimax polynomial of degree 6
    /// with float coefficients (Sollya fpminimax, relative error 1.4e-8).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane Beyond<TLane>(TLane x)
        where TLane : struct, ILane<TLane, float, int>
    {
        var one = TLane.Broadcast(1f);
        var half = TLane.Broadcast(0.5f);
        var shift = TLane.Broadcast(ExponentialParts.RoundingShift);
        var shifted = TLane.FusedMultiplyAdd(x, TLane.Broadcast(TwoBinaryLogOfE), shift);
        var r = TLane.FusedMultiplyAdd(shifted - shift, TLane.Broadcast(-HalfNaturalLogOfTwo), x);
        var power = ExponentialParts.PowerOfTwo(shifted);

        var square = r * r;
        var low = TLane.Broadcast(0.66666174f).Horner(r, 0.99999994f);
        var middle = TLane.Broadcast(0.13386507f).Horner(r, 0.33334008f);
        var high = TLane.FusedMultiplyAdd(TLane.Broadcast(4.4364784e-2f), square, middle);
        var h = TLane.FusedMultiplyAdd(square, TLane.FusedMultiplyAdd(high, square, low), r);
        var d = TLane.FusedMultiplyAdd(power, h, TLane.FusedMultiplyAdd(power, half, half));
        return one - (one / d);
    }
}
