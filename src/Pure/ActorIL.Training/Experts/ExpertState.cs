using ActorIL.Core.Fields;
using ActorIL.Training.Policies;

namespace ActorIL.Training.Experts;

/// <summary>Whom the expert acts as.</summary>
/// <param name="Policy">Null before it was told.</param>
public sealed record ExpertState(PolicySource? Policy) : IFields<ExpertState>
{
    public static TypeName Name => new("expert-state", 1);

    public static ExpertState Fields<TVisitor>(scoped ref TVisitor visitor, ExpertState? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var policy = value?.Policy;
        visitor.Record(1, "policy", ref policy);
        return TVisitor.Rebuilds ? new(policy) : value!;
    }
}
