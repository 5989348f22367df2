using ActorIL.Algorithms.Policies;
using ActorIL.Core.Fields;

namespace ActorIL.Training.Learning;

/// <summary>A policy that validation may choose.</summary>
/// <param name="Update">The update that made it.</param>
/// <param name="Policy">The policy.</param>
/// <param name="Score">Mean validation return.</param>
public sealed record Candidate(int Update, PolicySnapshot Policy, double Score) : IFields<Candidate>
{
    public static TypeName Name => new("candidate", 1);

    public static Candidate Fields<TVisitor>(scoped ref TVisitor visitor, Candidate? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var update = value?.Update ?? 0;
        var policy = value?.Policy;
        var score = value?.Score ?? 0.0;
        visitor.Field(1, "update", ref update);
        visitor.Record(2, "policy", ref policy);
        visitor.Field(3, "score", ref score);
        return TVisitor.Rebuilds ? new(update, policy!, score) : value!;
    }
}
