using System.Runtime.CompilerServices;
using ActorIL.Core.Mathematics.Lanes;

namespace ActorIL.Core.Mathematics.Kernels;

/// <summary>e^x.</summary>
internal readonly struct Exponential : ISingleKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Apply<TLane>(TLane x)
        where TLane : struct, ILane<TLane, float, int> =>
        x.NumberOrNaN(ExponentialParts.ExponentialOfBounded(x.AtLeast(-104f).AtMost(89f)));
}
