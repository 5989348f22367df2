using ActorIL.Core.Fields;

namespace ActorIL.Core.Tests.Fields.Samples;

/// <summary>A record inside itself, as deep as wanted.</summary>
public sealed record Nest(int Level, Nest? Below) : IFields<Nest>
{
    public static TypeName Name => new("sample-nest", 1);

    public static Nest OfDepth(int depth)
    {
        var nest = new Nest(0, null);
        for (var level = 1; level <= depth; level++)
        {
            nest = new(level, nest);
        }

        return nest;
    }

    public static Nest Fields<TVisitor>(scoped ref TVisitor visitor, Nest? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var level = value?.Level ?? 0;
        var below = value?.Below;
        visitor.Field(1, "level", ref level);
        visitor.Record(2, "below", ref below);
        return TVisitor.Rebuilds ? new(level, below) : value!;
    }
}
