using ActorIL.Core.Fields;
using ActorIL.Environments.Stepping;

namespace ActorIL.Training.Blocks;

/// <summary>Where the environments of a block stand.</summary>
/// <param name="Environments">The running episodes.</param>
public sealed record BlockState(VectorSnapshot Environments) : IFields<BlockState>
{
    public static TypeName Name => new("block-state", 1);

    public static BlockState Fields<TVisitor>(scoped ref TVisitor visitor, BlockState? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var environments = value?.Environments;
        visitor.Record(1, "environments", ref environments);
        return TVisitor.Rebuilds ? new(environments!) : value!;
    }
}
