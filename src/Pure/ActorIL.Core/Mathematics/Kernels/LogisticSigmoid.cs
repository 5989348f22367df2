using System.Runtime.CompilerServices;
using ActorIL.Core.Mathematics.Lanes;

namespace ActorIL.Core.Mathematics.Kernels;

/// <summary>
/// With e = e^-|x| and w = e / (1 + e): 1 - w from zero up, e - e w below, so that small values keep their digits.
/// </summary>
internal readonly struct LogisticSigmoid : ISingleKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Apply<TLane>(TLane x)
        where TLane : struct, ILane<TLane, float, int>
    {
        var one = TLane.Broadcast(1f);
        var decay = ExponentialParts.ExponentialOfBounded(-x.Magnitude().AtMost(104f));
        var share = decay / (one + decay);
        var below = TLane.FusedMultiplyAdd(-decay, share, decay);
        return x.NumberOrNaN(TLane.SelectSignBit(x, below, one - share));
    }
}
