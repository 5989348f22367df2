using ActorIL.Core.Mathematics.Lanes;

namespace ActorIL.Environments.ClassicControl;

/// <summary>A step of as many neighbouring states as a lane holds, written once for all widths.</summary>
internal interface ILaneKernel
{
    /// <param name="index">Of the first of these states.</param>
    void Step<TLane>(int index)
        where TLane : struct, ILane<TLane, double, long>;
}
