using System.Runtime.CompilerServices;
using ActorIL.Core.Mathematics.Lanes;

namespace ActorIL.Core.Mathematics.Kernels;

/// <summary>log(1 + e^x) = max(x, 0) + log(1 + e^-|x|).</summary>
internal readonly struct SoftPlus : ISingleKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Apply<TLane>(TLane x)
        where TLane : struct, ILane<TLane, float, int>
    {
        var zero = TLane.Broadcast(0f);
        var third = TLane.Broadcast(1f / 3f);
        var decay = ExponentialParts.ExponentialOfBounded(-x.Magnitude().AtMost(104f));

        // Above 1/3 take out one factor of two: 1 + e = 2 (1 + (e - 1) / 2).
        var halved = TLane.FusedMultiplyAdd(decay, TLane.Broadcast(0.5f), TLane.Broadcast(-0.5f));
        var fraction = TLane.SelectLess(third, decay, halved, decay);
        var exponent = TLane.SelectLess(third, decay, TLane.Broadcast(1f), zero);
        var tail = LogarithmParts.Logarithm(exponent, fraction);
        return x.NumberOrNaN(TLane.SelectLess(zero, x, x + tail, tail));
    }
}
