using System.Collections.Immutable;
using ActorIL.Core.Fields;

namespace ActorIL.Training.Experts;

/// <summary>The action of the expert for each observation: its mode, never a sample.</summary>
/// <param name="Labels">Shape [n, action size].</param>
public sealed record ExpertLabels(ImmutableArray<float> Labels) : IFields<ExpertLabels>
{
    /// <summary>
    /// What each of K candidate actions costs there, shape [n, K], the expert's own action last; empty where they were
    /// not tried.
    /// </summary>
    public ImmutableArray<float> Costs { get; init; } = [];

    /// <summary>Steps that the expert drove to find the costs out.</summary>
    public long ExpertStepCount { get; init; }

    public static TypeName Name => new("expert-labels", 1);

    public static ExpertLabels Fields<TVisitor>(scoped ref TVisitor visitor, ExpertLabels? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var labels = value?.Labels ?? [];
        visitor.Field(1, "labels", ref labels);
        var costs = value?.Costs ?? [];
        var expertStepCount = value?.ExpertStepCount ?? 0L;
        visitor.Field(2, "costs", ref costs);
        visitor.Field(3, "expert_step_count", ref expertStepCount);
        return TVisitor.Rebuilds ? new(labels) { Costs = costs, ExpertStepCount = expertStepCount } : value!;
    }
}
