using ActorIL.Core.Fields;

namespace ActorIL.Environments.Chains;

/// <summary>Where one is in the chain.</summary>
/// <param name="IsOff">Whether the lane was left.</param>
/// <param name="Cue">What tells how to go on, in [-1, 1].</param>
internal readonly record struct LaneChainState(bool IsOff, double Cue) : IFields<LaneChainState>
{
    public static TypeName Name => new("lane-chain-state", 1);

    public static LaneChainState Fields<TVisitor>(scoped ref TVisitor visitor, LaneChainState value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var (isOff, cue) = value;
        visitor.Field(1, "is_off", ref isOff);
        visitor.Field(2, "cue", ref cue);
        return TVisitor.Rebuilds ? new(isOff, cue) : value;
    }
}
