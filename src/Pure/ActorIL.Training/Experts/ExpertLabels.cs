using System.Collections.Immutable;
using ActorIL.Core.Fields;

namespace ActorIL.Training.Experts;

/// <summary>The action of the expert for each observation: its mode, never a sample.</summary>
/// <param name="Labels">Shape [n, action size].</param>
public sealed record ExpertLabels(ImmutableArray<float> Labels) : IFields<ExpertLabels>
{
    public static TypeName Name => new("expert-labels", 1);

    public static ExpertLabels Fields<TVisitor>(scoped ref TVisitor visitor, ExpertLabels? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var labels = value?.Labels ?? [];
        visitor.Field(1, "labels", ref labels);
        return TVisitor.Rebuilds ? new(labels) : value!;
    }
}
