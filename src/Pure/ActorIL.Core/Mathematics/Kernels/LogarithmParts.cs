using System.Runtime.CompilerServices;
using ActorIL.Core.Mathematics.Lanes;

namespace ActorIL.Core.Mathematics.Kernels;

/// <summary>The polynomial that log and softplus share.</summary>
internal static class LogarithmParts
{
    /// <summary>ln 2 = High + Low, each a float.</summary>
    private const float NaturalLogOfTwoHigh = 0.693147182f;
    private const float NaturalLogOfTwoLow = -1.90465421e-9f;

    /// <summary>
    /// exponent · ln 2 + log(1 + f) for |f| ≤ 1/3, where log(1 + f) = f + f² q(f) is a minimax polynomial of degree 10
    /// with float coefficients (Sollya fpminimax, relative error 4.9e-9).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Logarithm<TLane>(TLane exponent, TLane f)
        where TLane : struct, ILane<TLane, float, int>
    {
        var q = TLane
            .Broadcast(-0.128322557f)
            .Horner(f, 0.140027776f)
            .Horner(f, -0.121986263f)
            .Horner(f, 0.140016198f)
            .Horner(f, -0.166793838f)
            .Horner(f, 0.200107142f)
            .Horner(f, -0.249998242f)
            .Horner(f, 0.333332092f)
            .Horner(f, -0.5f);
        var fraction = TLane.FusedMultiplyAdd(f * f, q, f);
        var low = TLane.FusedMultiplyAdd(exponent, TLane.Broadcast(NaturalLogOfTwoLow), fraction);
        return TLane.FusedMultiplyAdd(exponent, TLane.Broadcast(NaturalLogOfTwoHigh), low);
    }
}
