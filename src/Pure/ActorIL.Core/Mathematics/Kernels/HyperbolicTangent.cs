using System.Runtime.CompilerServices;
using ActorIL.Core.Mathematics.Lanes;

namespace ActorIL.Core.Mathematics.Kernels;

/// <summary>
/// tanh x: an odd polynomial up to 0.625, 1 - 2 / (e^(2|x|) + 1) beyond, the sign put back at the end.
/// </summary>
internal readonly struct HyperbolicTangent : ISingleKernel
{
    private const int FractionBitCount = 23;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Apply<TLane>(TLane x)
        where TLane : struct, ILane<TLane, float, int> => Apply(x, TangentConstants<TLane>.Create());

    /// <summary>The same with constants that were made before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Apply<TLane>(TLane x, in TangentConstants<TLane> constants)
        where TLane : struct, ILane<TLane, float, int>
    {
        var magnitude = x & constants.MagnitudeBits;
        var beyond = Beyond(TLane.MinBits(magnitude, constants.Saturation), in constants);
        var nearZero = NearZero(magnitude, in constants);
        var result = TLane.SelectLess(magnitude, constants.Boundary, nearZero, beyond);
        var sign = x & constants.SignBit;
        return TLane.SelectEqual(x, x, result ^ sign, constants.NotANumber);
    }

    /// <summary>
    /// tanh x = x + x³ p(x²) on [0, 0.625]: minimax polynomial of degree 4 in x² with float coefficients (Sollya
    /// fpminimax, relative error 4.7e-9).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane NearZero<TLane>(TLane x, in TangentConstants<TLane> constants)
        where TLane : struct, ILane<TLane, float, int>
    {
        var square = x * x;
        var p = TLane.FusedMultiplyAdd(constants.Near4, square, constants.Near3);
        p = TLane.FusedMultiplyAdd(p, square, constants.Near2);
        p = TLane.FusedMultiplyAdd(p, square, constants.Near1);
        p = TLane.FusedMultiplyAdd(p, square, constants.Near0);
        return TLane.FusedMultiplyAdd(x * square, p, x);
    }

    /// <summary>
    /// 1 - 1 / d with d = (e^(2x) + 1) / 2 and e^(2x) = 2^n e^(2r). One float of ln 2 is enough: its error grows
    /// with n, but tanh flattens faster. h(r) = (e^(2r) - 1) / 2 for |r| ≤ 0.1736: minimax polynomial of degree 6
    /// with float coefficients (Sollya fpminimax, relative error 1.4e-8).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane Beyond<TLane>(TLane x, in TangentConstants<TLane> constants)
        where TLane : struct, ILane<TLane, float, int>
    {
        var shifted = TLane.FusedMultiplyAdd(x, constants.TwoBinaryLogOfE, constants.RoundingShift);
        var r = TLane.FusedMultiplyAdd(shifted - constants.RoundingShift, constants.MinusHalfNaturalLogOfTwo, x);
        var power = TLane.AddBits(TLane.ShiftLeft(shifted, FractionBitCount), constants.One);
        var square = r * r;
        var low = TLane.FusedMultiplyAdd(constants.Beyond2, r, constants.Beyond1);
        var middle = TLane.FusedMultiplyAdd(constants.Beyond4, r, constants.Beyond3);
        var high = TLane.FusedMultiplyAdd(constants.Beyond5, square, middle);
        var h = TLane.FusedMultiplyAdd(square, TLane.FusedMultiplyAdd(high, square, low), r);
        var d = TLane.FusedMultiplyAdd(power, h, TLane.FusedMultiplyAdd(power, constants.Half, constants.Half));
        return constants.One - (constants.One / d);
    }
}
