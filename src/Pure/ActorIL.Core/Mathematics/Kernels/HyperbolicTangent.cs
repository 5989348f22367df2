using System.Runtime.CompilerServices;
using ActorIL.Core.Mathematics.Lanes;

namespace ActorIL.Core.Mathematics.Kernels;

/// <summary>tanh x = t / (t + 2) with t = e^(2|x|) - 1, the sign put back at the end.</summary>
internal readonly struct HyperbolicTangent : ISingleKernel
{
    /// <summary>Beyond 9.02 the nearest float is 1.</summary>
    private const float Saturation = 9.1f;
    private const float RoundingShift = 12582912f;
    private const float NaturalLogOfTwo = 0.693147182f;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Apply<TLane>(TLane x)
        where TLane : struct, ILane<TLane, float, int>
    {
        var one = TLane.Broadcast(1f);
        var bounded = x.Magnitude().AtMost(Saturation);
        var argument = bounded + bounded;
        var shifted = ExponentialParts.ShiftedBinaryExponent(argument);
        var n = shifted - TLane.Broadcast(RoundingShift);

        // One float of ln 2 is enough: its error grows with n, but tanh flattens faster.
        var r = TLane.FusedMultiplyAdd(n, TLane.Broadcast(-NaturalLogOfTwo), argument);
        var power = ExponentialParts.PowerOfTwo(shifted);
        var t = TLane.FusedMultiplyAdd(
            power, ExponentialParts.ExponentialMinusOneOfReduced(r), power - one);
        return x.NumberOrNaN((t / (t + TLane.Broadcast(2f))) ^ x.Sign());
    }
}
