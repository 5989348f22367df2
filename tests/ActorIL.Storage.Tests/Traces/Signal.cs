using System.Collections.Immutable;
using ActorIL.Core.Fields;

namespace ActorIL.Storage.Tests.Traces;

/// <summary>What the actors of the small systems tell each other.</summary>
/// <param name="Kind">What the receiver is to do.</param>
/// <param name="Index">Which one.</param>
/// <param name="Reward">A number that decides.</param>
/// <param name="Observations">Numbers that a replay computes again.</param>
/// <param name="Weights">A block.</param>
internal sealed record Signal(
    string Kind,
    int Index,
    float Reward,
    ImmutableArray<float> Observations,
    ParameterBlock? Weights
) : IFields<Signal>
{
    public static TypeName Name => new("test-signal", 1);

    public static ImmutableArray<int> Recomputed => [4];

    public static Signal Of(string kind, int index, float reward = 0) => new(kind, index, reward, [], null);

    public static Signal Fields<TVisitor>(scoped ref TVisitor visitor, Signal? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var kind = value?.Kind ?? "";
        var index = value?.Index ?? 0;
        var reward = value?.Reward ?? 0;
        var observations = value?.Observations ?? [];
        var weights = value?.Weights;
        visitor.Field(1, "kind", ref kind);
        visitor.Field(2, "index", ref index);
        visitor.Field(3, "reward", ref reward);
        visitor.Field(4, "observations", ref observations);
        visitor.Block(5, "weights", ref weights);
        return TVisitor.Rebuilds ? new(kind, index, reward, observations, weights) : value!;
    }
}
