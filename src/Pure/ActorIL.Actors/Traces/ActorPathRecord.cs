using ActorIL.Core.Fields;

namespace ActorIL.Actors.Traces;

/// <summary>The path an id stands for.</summary>
/// <param name="Id">The actor's id.</param>
/// <param name="Path">Its path.</param>
public sealed record ActorPathRecord(ulong Id, string Path) : IFields<ActorPathRecord>
{
    public static TypeName Name => new("actoril.actor-path", 1);

    public static ActorPathRecord Fields<TVisitor>(scoped ref TVisitor visitor, ActorPathRecord? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var id = value?.Id ?? 0UL;
        var path = value?.Path ?? "";
        visitor.Field(1, "id", ref id);
        visitor.Field(2, "path", ref path);
        return TVisitor.Rebuilds ? new(id, path) : value!;
    }
}
