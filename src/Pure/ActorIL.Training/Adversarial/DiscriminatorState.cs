using System.Collections.Immutable;
using ActorIL.Algorithms.Gail;
using ActorIL.Core.Fields;

namespace ActorIL.Training.Adversarial;

/// <summary>The discriminator between messages.</summary>
/// <param name="Learning">Parameters, optimiser, statistics; null before the demonstrations.</param>
/// <param name="Demonstrated">Features of the demonstrations, shape [n, features]; empty before.</param>
internal sealed record DiscriminatorState(GailState? Learning, ImmutableArray<float> Demonstrated)
    : IFields<DiscriminatorState>
{
    public static TypeName Name => new("discriminator-state", 1);

    public static DiscriminatorState Fields<TVisitor>(scoped ref TVisitor visitor, DiscriminatorState? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var learning = value?.Learning;
        var demonstrated = value?.Demonstrated ?? [];
        visitor.Record(1, "learning", ref learning);
        visitor.Field(2, "demonstrated", ref demonstrated);
        return TVisitor.Rebuilds ? new(learning, demonstrated) : value!;
    }
}
