using ActorIL.Core.Fields;

namespace ActorIL.Actors.Tests.Scripted;

/// <summary>How many orders a scripted actor has carried out, and a digest of them in order.</summary>
internal readonly record struct ScriptState(long Count, ulong Digest) : IFields<ScriptState>
{
    public static TypeName Name => new("test-script-state", 1);

    public static ScriptState Fields<TVisitor>(scoped ref TVisitor visitor, ScriptState value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var (count, digest) = value;
        visitor.Field(1, "count", ref count);
        visitor.Field(2, "digest", ref digest);
        return TVisitor.Rebuilds ? new(count, digest) : value;
    }
}
