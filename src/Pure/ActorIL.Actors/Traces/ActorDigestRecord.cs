using ActorIL.Core.Fields;

namespace ActorIL.Actors.Traces;

/// <summary>The state of one actor, as a hash.</summary>
/// <param name="Id">The actor's id.</param>
/// <param name="Path">Its path.</param>
/// <param name="StateHash">The hash of its state's canonical bytes; 0 before its first Init.</param>
public sealed record ActorDigestRecord(ulong Id, string Path, ulong StateHash) : IFields<ActorDigestRecord>
{
    public static TypeName Name => new("actoril.actor-digest", 1);

    public static ActorDigestRecord Fields<TVisitor>(scoped ref TVisitor visitor, ActorDigestRecord? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var id = value?.Id ?? 0UL;
        var path = value?.Path ?? "";
        var stateHash = value?.StateHash ?? 0UL;
        visitor.Field(1, "id", ref id);
        visitor.Field(2, "path", ref path);
        visitor.Field(3, "state_hash", ref stateHash);
        return TVisitor.Rebuilds ? new(id, path, stateHash) : value!;
    }
}
