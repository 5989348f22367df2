using ActorIL.Algorithms.BehaviorCloning;
using ActorIL.Core.Fields;

namespace ActorIL.Algorithms.Dagger;

/// <summary>
/// What the learning half of DAgger carries from one round to the next; the aggregate is the replay buffer's.
/// </summary>
/// <param name="Student">The last round's student and its optimiser; null before the first round.</param>
/// <param name="Round">Rounds finished.</param>
public sealed record DaggerState(BehaviorCloningState? Student, int Round) : IFields<DaggerState>
{
    public static TypeName Name => new("dagger-state", 1);

    public static DaggerState Fields<TVisitor>(scoped ref TVisitor visitor, DaggerState? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var student = value?.Student;
        var round = value?.Round ?? 0;
        visitor.Record(1, "student", ref student);
        visitor.Field(2, "round", ref round);
        return TVisitor.Rebuilds ? new(student, round) : value!;
    }
}
