using ActorIL.Core.Fields;
using ActorIL.Training.Outside;
using ActorIL.Training.Policies;

namespace ActorIL.Training.Experts;

/// <summary>Whom the expert acts as.</summary>
/// <param name="Policy">Null before it was told.</param>
internal sealed record ExpertState(PolicySource? Policy) : IFields<ExpertState>
{
    /// <summary>Work of an environment in another process; null where none was begun.</summary>
    public PendingWorks<ExpertMessage.Demonstrate>? Outside { get; init; }

    public static TypeName Name => new("expert-state", 1);

    public static ExpertState Fields<TVisitor>(scoped ref TVisitor visitor, ExpertState? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var policy = value?.Policy;
        var outside = value?.Outside;
        visitor.Record(1, "policy", ref policy);
        visitor.Record(2, "outside", ref outside);
        return TVisitor.Rebuilds ? new(policy) { Outside = outside } : value!;
    }
}
