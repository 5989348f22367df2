using System.Runtime.CompilerServices;
using ActorIL.Core.Mathematics.Lanes;

namespace ActorIL.Core.Mathematics.Kernels;

/// <summary>erf x: an odd polynomial up to 0.875, 1 - e^p(|x|) beyond, where p approximates log erfc.</summary>
internal readonly struct ErrorIntegral : ISingleKernel
{
    private const float Boundary = 0.875f;

    /// <summary>Beyond 3.92 the nearest float is 1.</summary>
    private const float Saturation = 4f;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Apply<TLane>(TLane x)
        where TLane : struct, ILane<TLane, float, int>
    {
        var magnitude = x.Magnitude().AtMost(Saturation);
        var beyond = TLane.Broadcast(1f) - ExponentialParts.ExponentialOfBounded(LogarithmOfComplement(magnitude));
        var result = TLane.SelectLess(magnitude, TLane.Broadcast(Boundary), NearZero(magnitude), beyond);
        return x.NumberOrNaN(result ^ x.Sign());
    }

    /// <summary>
    /// erf x = x + x p(x²) on [0, 0.875]: minimax polynomial of degree 6 in x² with float coefficients (Sollya
    /// fpminimax, relative error 8.6e-10).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane NearZero<TLane>(TLane x)
        where TLane : struct, ILane<TLane, float, int>
    {
        var square = x * x;
        var p = TLane.Broadcast(8.7041801e-5f)
            .Horner(square, -8.2165585e-4f)
            .Horner(square, 5.2070534e-3f)
            .Horner(square, -2.6861588e-2f)
            .Horner(square, 0.112837285f)
            .Horner(square, -0.37612635f)
            .Horner(square, 0.12837917f);
        return TLane.FusedMultiplyAdd(x, p, x);
    }

    /// <summary>
    /// log(1 - erf x) on [0.86, 4]: polynomial of degree 6 with float coefficients, weighted so that 1 - e^p is minimax
    /// (Sollya fpminimax, relative error of erf 2.0e-9).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane LogarithmOfComplement<TLane>(TLane x)
        where TLane : struct, ILane<TLane, float, int> =>
        TLane.Broadcast(2.02620271e-4f)
            .Horner(x, -3.1078123e-3f)
            .Horner(x, 2.2480369e-2f)
            .Horner(x, -0.10444858f)
            .Horner(x, -0.63660365f)
            .Horner(x, -1.1280128f)
            .Horner(x, -1.1568514e-4f);
}
