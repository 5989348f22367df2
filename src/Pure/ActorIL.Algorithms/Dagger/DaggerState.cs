using ActorIL.Algorithms.BehaviorCloning;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;

namespace ActorIL.Algorithms.Dagger;

/// <summary>All that DAgger carries from one round to the next.</summary>
/// <param name="Student">The last round's student and its optimiser.</param>
/// <param name="Aggregate">Every labelled observation so far, in order.</param>
/// <param name="Round">Rounds finished.</param>
public sealed record DaggerState(BehaviorCloningState Student, LabelledBatch Aggregate, int Round) : IFields<DaggerState>
{
    public static TypeName Name => new("dagger-state", 1);

    public static DaggerState Fields<TVisitor>(scoped ref TVisitor visitor, DaggerState? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var student = value?.Student;
        var aggregate = value?.Aggregate;
        var round = value?.Round ?? 0;
        visitor.Record(1, "student", ref student);
        visitor.Record(2, "aggregate", ref aggregate);
        visitor.Field(3, "round", ref round);
        return TVisitor.Rebuilds ? new(student!, aggregate!, round) : value!;
    }
}
