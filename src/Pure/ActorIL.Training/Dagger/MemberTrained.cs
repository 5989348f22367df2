using ActorIL.Core.Fields;
using ActorIL.Training.Students;

namespace ActorIL.Training.Dagger;

/// <summary>One student of an ensemble after its lesson.</summary>
/// <param name="Member">Which, from 0.</param>
/// <param name="Trained">What it has become.</param>
public sealed record MemberTrained(int Member, StudentTrained Trained) : IFields<MemberTrained>
{
    public static TypeName Name => new("member-trained", 1);

    public static MemberTrained Fields<TVisitor>(scoped ref TVisitor visitor, MemberTrained? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var member = value?.Member ?? 0;
        var trained = value?.Trained;
        visitor.Field(1, "member", ref member);
        visitor.Record(2, "trained", ref trained);
        return TVisitor.Rebuilds ? new(member, trained!) : value!;
    }
}
