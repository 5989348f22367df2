using System.Runtime.CompilerServices;
using ActorIL.Core.Mathematics.Lanes;

namespace ActorIL.Core.Mathematics.Kernels;

/// <summary>
/// Sine and cosine of a float, computed in double to about 2^-45 so that rounding to float is the only error.
/// </summary>
internal static class SingleSineCosine
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Evaluate<TLane>(TLane x, out TLane sine, out TLane cosine)
        where TLane : struct, ILane<TLane, double, long>
    {
        AngleReduction.ReduceSingle(x, out var quadrant, out var y);
        var square = y * y;
        SineCosine.Rotate(quadrant, Sine(y, square), Cosine(square), out sine, out cosine);
    }

    /// <summary>Minimax polynomial of degree 9 for |y| ≤ 0.7854 (Sollya fpminimax, relative error 1.9e-14).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane Sine<TLane>(TLane y, TLane square)
        where TLane : struct, ILane<TLane, double, long>
    {
        var v = TLane.Broadcast(-2.4805669215060892e-08)
            .Horner(square, 2.7555991343501807e-06)
            .Horner(square, -0.00019841266918612998)
            .Horner(square, 0.008333333331081282)
            .Horner(square, -0.1666666666666389);
        return TLane.FusedMultiplyAdd(y * square, v, y);
    }

    /// <summary>Minimax polynomial of degree 12 for |y| ≤ 0.7854 (Sollya fpminimax, relative error 2.7e-16).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane Cosine<TLane>(TLane square)
        where TLane : struct, ILane<TLane, double, long> =>
        TLane.Broadcast(2.066523801680195e-09)
            .Horner(square, -2.755585096261619e-07)
            .Horner(square, 2.4801582595102114e-05)
            .Horner(square, -0.0013888888882051028)
            .Horner(square, 0.04166666666663007)
            .Horner(square, -0.49999999999999967)
            .Horner(square, 1d);
}
