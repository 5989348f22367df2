using ActorIL.Core.Fields;

namespace ActorIL.Core.Tests.Fields.Samples;

/// <summary>Descriptions that break a rule, one each.</summary>
public static class Misdescribed
{
    public sealed record Descending : IFields<Descending>
    {
        public static TypeName Name => new("sample-descending", 1);

        public static Descending Fields<TVisitor>(scoped ref TVisitor visitor, Descending? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var one = 0;
            visitor.Field(2, "two", ref one);
            visitor.Field(1, "one", ref one);
            return TVisitor.Rebuilds ? new() : value!;
        }
    }

    public sealed record Doubled : IFields<Doubled>
    {
        public static TypeName Name => new("sample-doubled", 1);

        public static Doubled Fields<TVisitor>(scoped ref TVisitor visitor, Doubled? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var one = 0;
            visitor.Field(1, "one", ref one);
            visitor.Field(1, "uno", ref one);
            return TVisitor.Rebuilds ? new() : value!;
        }
    }

    public sealed record Zeroth : IFields<Zeroth>
    {
        public static TypeName Name => new("sample-zeroth", 1);

        public static Zeroth Fields<TVisitor>(scoped ref TVisitor visitor, Zeroth? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var one = 0;
            visitor.Field(0, "zero", ref one);
            return TVisitor.Rebuilds ? new() : value!;
        }
    }

    public sealed record TooHigh : IFields<TooHigh>
    {
        public static TypeName Name => new("sample-too-high", 1);

        public static TooHigh Fields<TVisitor>(scoped ref TVisitor visitor, TooHigh? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var one = 0;
            visitor.Field(FieldCodec.NumberMax + 1, "high", ref one);
            return TVisitor.Rebuilds ? new() : value!;
        }
    }

    public sealed record SameName : IFields<SameName>
    {
        public static TypeName Name => new("sample-same-name", 1);

        public static SameName Fields<TVisitor>(scoped ref TVisitor visitor, SameName? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var one = 0;
            visitor.Field(1, "one", ref one);
            visitor.Field(2, "one", ref one);
            return TVisitor.Rebuilds ? new() : value!;
        }
    }

    public sealed record Namesake : IFields<Namesake>
    {
        public static TypeName Name => Point.Name;

        public static Namesake Fields<TVisitor>(scoped ref TVisitor visitor, Namesake? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            Point point = default;
            visitor.Record(1, "point", ref point);
            return TVisitor.Rebuilds ? new() : value!;
        }
    }
}
