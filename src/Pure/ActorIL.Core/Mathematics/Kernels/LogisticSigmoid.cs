using System.Runtime.CompilerServices;
using ActorIL.Core.Mathematics.Lanes;

namespace ActorIL.Core.Mathematics.Kernels;

/// <summary>1 / (1 + e^-x), as e^x / (1 + e^x) below zero so that small values keep their digits.</summary>
internal readonly struct LogisticSigmoid : ISingleKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Apply<TLane>(TLane x)
        where TLane : struct, ILane<TLane, float, int>
    {
        var one = TLane.Broadcast(1f);
        var decay = ExponentialParts.ExponentialOfBounded(x.Magnitude().AtMost(104f).Negate());
        var numerator = TLane.SelectSignBit(x, decay, one);
        return x.NumberOrNaN(numerator / (one + decay));
    }
}
