using ActorIL.Algorithms.Policies;
using ActorIL.Core.Fields;

namespace ActorIL.Training.Students;

/// <summary>A student after a training call.</summary>
/// <param name="Policy">What it has become.</param>
/// <param name="Loss">Mean loss of its last pass.</param>
public sealed record StudentTrained(PolicySnapshot Policy, double Loss) : IFields<StudentTrained>
{
    public static TypeName Name => new("student-trained", 1);

    public static StudentTrained Fields<TVisitor>(scoped ref TVisitor visitor, StudentTrained? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var policy = value?.Policy;
        var loss = value?.Loss ?? 0.0;
        visitor.Record(1, "policy", ref policy);
        visitor.Field(2, "loss", ref loss);
        return TVisitor.Rebuilds ? new(policy!, loss) : value!;
    }
}
