using ActorIL.Core.Mathematics.Lanes;

namespace ActorIL.Core.Mathematics.Kernels;

/// <summary>An elementary function of one float, written once for every lane width.</summary>
internal interface ISingleKernel
{
    static abstract TLane Apply<TLane>(TLane x)
        where TLane : struct, ILane<TLane, float, int>;
}
