using ActorIL.Core.Fields;

namespace ActorIL.Environments.Chains;

/// <summary>The one choice of <see cref="LaneChain"/>; the default is that of LaneChain-v0.</summary>
public readonly record struct LaneChainParams() : IFields<LaneChainParams>
{
    public static TypeName Name => new("lane-chain-params", 1);

    /// <summary>Bands the cue is dealt to: one fewer are the edges at which a student can err.</summary>
    public int Bands { get; init; } = 2;

    public static LaneChainParams Fields<TVisitor>(scoped ref TVisitor visitor, LaneChainParams value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var bands = value.Bands;
        visitor.Field(1, "bands", ref bands);
        return TVisitor.Rebuilds ? new() { Bands = bands } : value;
    }
}
