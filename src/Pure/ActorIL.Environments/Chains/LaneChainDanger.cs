using ActorIL.Core.Contracts;

namespace ActorIL.Environments.Chains;

/// <summary>1 off the lane, 0 in it: nothing in the lane announces a mistake.</summary>
internal sealed record LaneChainDanger : IDangerMeasure
{
    public double Of(ReadOnlySpan<float> observation) => observation[0];
}
