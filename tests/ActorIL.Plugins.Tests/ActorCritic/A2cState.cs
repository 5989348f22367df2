using ActorIL.Algorithms.Critics;
using ActorIL.Core.Fields;

namespace ActorIL.Plugins.Tests.ActorCritic;

/// <summary>What the algorithm carries from one update to the next.</summary>
internal sealed record A2cState(
    ParameterBlock Actor,
    ParameterBlock FirstMoments,
    ParameterBlock SecondMoments,
    CriticState Critic,
    int UpdateCount
) : IFields<A2cState>
{
    public static TypeName Name => new("a2c-state", 1);

    public static A2cState Fields<TVisitor>(scoped ref TVisitor visitor, A2cState? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var (actor, first, second) = (value?.Actor, value?.FirstMoments, value?.SecondMoments);
        var critic = value?.Critic;
        var updateCount = value?.UpdateCount ?? 0;
        visitor.Block(1, "actor", ref actor);
        visitor.Block(2, "first_moments", ref first);
        visitor.Block(3, "second_moments", ref second);
        visitor.Record(4, "critic", ref critic);
        visitor.Field(5, "update_count", ref updateCount);
        return TVisitor.Rebuilds
            ? new(
                actor ?? ParameterBlock.Empty,
                first ?? ParameterBlock.Empty,
                second ?? ParameterBlock.Empty,
                critic!,
                updateCount
            )
            : value!;
    }
}
