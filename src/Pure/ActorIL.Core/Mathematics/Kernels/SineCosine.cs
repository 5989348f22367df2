using System.Runtime.CompilerServices;
using ActorIL.Core.Mathematics.Lanes;

namespace ActorIL.Core.Mathematics.Kernels;

/// <summary>Sine and cosine of a reduced angle to about 2^-65, before the one rounding to double.</summary>
/// <remarks>
/// The long kernels are not inlined: as methods of their own, each has the compiler's whole budget for inlining what it
/// is made of. Their arguments go by reference, for the reason that <see cref="AngleReduction"/> gives.
/// </remarks>
internal static class SineCosine
{
    private const int QuadrantToSign = 62;

    /// <summary>Sine and cosine of quadrant · π/2 + remainder.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Evaluate<TLane>(
        TLane quadrant,
        in DoubleDouble<TLane> remainder,
        out TLane sine,
        out TLane cosine
    )
        where TLane : struct, ILane<TLane, double, long>
    {
        var square = remainder * remainder;
        Rotate(quadrant, CallSine(in remainder, in square), CallCosine(in square), out sine, out cosine);
    }

    /// <summary>Turns the pair by the quarter turns in the low bits of <paramref name="quadrant"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Rotate<TLane>(
        TLane quadrant,
        TLane sineOfRemainder,
        TLane cosineOfRemainder,
        out TLane sine,
        out TLane cosine
    )
        where TLane : struct, ILane<TLane, double, long>
    {
        var sign = TLane.BroadcastBits(long.MinValue);
        var odd = TLane.ShiftLeft(quadrant, QuadrantToSign + 1);
        var next = TLane.AddBits(quadrant, TLane.BroadcastBits(1));
        sine =
            TLane.SelectSignBit(odd, cosineOfRemainder, sineOfRemainder)
            ^ (TLane.ShiftLeft(quadrant, QuadrantToSign) & sign);
        cosine =
            TLane.SelectSignBit(odd, sineOfRemainder, cosineOfRemainder)
            ^ (TLane.ShiftLeft(next, QuadrantToSign) & sign);
    }

    /// <summary>
    /// sin y = y + y z v(z) with z = y²: minimax polynomial of degree 7 in z for |y| ≤ 0.7854, the two leading
    /// coefficients in two doubles (Sollya fpminimax, relative error 4.4e-24); the leading terms are evaluated in
    /// double-double.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Sine<TLane>(in DoubleDouble<TLane> y, in DoubleDouble<TLane> square)
        where TLane : struct, ILane<TLane, double, long>
    {
        var z = square.High;
        var fourth = z * z;
        var tail = TLane.Broadcast(2.7916605924510614e-15).Horner(z, -7.646970680127485e-13);
        tail = TLane.FusedMultiplyAdd(
            tail,
            fourth,
            TLane.Broadcast(1.6059042863847823e-10).Horner(z, -2.5052108382758168e-08)
        );
        tail = TLane.FusedMultiplyAdd(
            tail,
            fourth,
            TLane.Broadcast(2.7557319223981954e-06).Horner(z, -0.00019841269841269839)
        );
        var v = DoubleDouble<TLane>
            .Horner(tail, square, 0.008333333333333333, 1.1498925792280569e-19)
            .Horner(square, -0.16666666666666666, -9.251856605753523e-18);
        var w = y * (square * v);
        var leading = DoubleDouble<TLane>.OfOrderedSum(y.High, w.High);
        return leading.High + (leading.Low + (w.Low + y.Low));
    }

    /// <summary>
    /// cos y = 1 + z (-1/2 + z q(z)) with z = y²: minimax polynomial of degree 6 in z for |y| ≤ 0.7854, the two leading
    /// coefficients in two doubles (Sollya fpminimax, relative error 3.5e-22); the leading terms in double-double.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Cosine<TLane>(in DoubleDouble<TLane> square)
        where TLane : struct, ILane<TLane, double, long>
    {
        var z = square.High;
        var fourth = z * z;
        var tail = TLane.Broadcast(4.745875017260321e-14).Horner(z, -1.1470460947350443e-11);
        tail = TLane.FusedMultiplyAdd(
            tail,
            fourth,
            TLane.Broadcast(2.0876755791512285e-09).Horner(z, -2.7557319221404275e-07)
        );
        tail = tail.Horner(z, 2.480158730158465e-05);
        var v = DoubleDouble<TLane>
            .Horner(tail, square, -0.0013888888888888887, -6.160731732558008e-20)
            .Horner(square, 0.041666666666666664, 2.312321631268427e-18)
            .Horner(square, -0.5, 0d);
        var w = square * v;
        var leading = DoubleDouble<TLane>.OfOrderedSum(TLane.Broadcast(1d), w.High);
        return leading.High + (leading.Low + w.Low);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static TLane CallSine<TLane>(in DoubleDouble<TLane> y, in DoubleDouble<TLane> square)
        where TLane : struct, ILane<TLane, double, long> => Sine(in y, in square);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static TLane CallCosine<TLane>(in DoubleDouble<TLane> square)
        where TLane : struct, ILane<TLane, double, long> => Cosine(in square);
}
