using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;

namespace ActorIL.Core.Tests.Fields.Samples;

/// <summary>
/// The pattern of a union: its own description is one <see cref="IFieldVisitor.Case{T}"/> per case, each case
/// describes its fields under a name of its own, and bytes that hold none of the cases are an error of the reader.
/// </summary>
public abstract record Figure : IFields<Figure>
{
    private Figure() { }

    public static TypeName Name => new("sample-figure", 1);

    public abstract TOut Match<TOut>(
        Func<Nothing, TOut> nothing, Func<Circle, TOut> circle, Func<Polygon, TOut> polygon, Func<Pair, TOut> pair);

    public static Figure Fields<TVisitor>(scoped ref TVisitor visitor, Figure? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var nothing = value as Nothing;
        var circle = value as Circle;
        var polygon = value as Polygon;
        var pair = value as Pair;
        visitor.Case(1, "nothing", ref nothing);
        visitor.Case(2, "circle", ref circle);
        visitor.Case(3, "polygon", ref polygon);
        visitor.Case(4, "pair", ref pair);
        return TVisitor.Rebuilds ? (Figure?)nothing ?? (Figure?)circle ?? (Figure?)polygon ?? pair! : value!;
    }

    /// <summary>A case without fields.</summary>
    public sealed record Nothing : Figure, IFields<Nothing>
    {
        public static new TypeName Name => new("sample-figure-nothing", 1);

        public override TOut Match<TOut>(
            Func<Nothing, TOut> nothing,
            Func<Circle, TOut> circle,
            Func<Polygon, TOut> polygon,
            Func<Pair, TOut> pair) =>
            nothing(this);

        public static Nothing Fields<TVisitor>(scoped ref TVisitor visitor, Nothing? value)
            where TVisitor : IFieldVisitor, allows ref struct => TVisitor.Rebuilds ? new() : value!;
    }

    /// <summary>A case that refuses some of its numbers, as damaged bytes may hold them.</summary>
    public sealed record Circle : Figure, IFields<Circle>
    {
        /// <exception cref="ArgumentOutOfRangeException">The radius is negative.</exception>
        public Circle(float radius)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(radius);
            Radius = radius;
        }

        public static new TypeName Name => new("sample-figure-circle", 1);

        public float Radius { get; }

        public override TOut Match<TOut>(
            Func<Nothing, TOut> nothing,
            Func<Circle, TOut> circle,
            Func<Polygon, TOut> polygon,
            Func<Pair, TOut> pair) =>
            circle(this);

        public static Circle Fields<TVisitor>(scoped ref TVisitor visitor, Circle? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var radius = value?.Radius ?? 0f;
            visitor.Field(1, "radius", ref radius);
            return TVisitor.Rebuilds ? new(radius) : value!;
        }
    }

    /// <summary>A case with a list of structs.</summary>
    public sealed record Polygon(EquatableArray<Point> Corners) : Figure, IFields<Polygon>
    {
        public static new TypeName Name => new("sample-figure-polygon", 1);

        public override TOut Match<TOut>(
            Func<Nothing, TOut> nothing,
            Func<Circle, TOut> circle,
            Func<Polygon, TOut> polygon,
            Func<Pair, TOut> pair) =>
            polygon(this);

        public static Polygon Fields<TVisitor>(scoped ref TVisitor visitor, Polygon? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var corners = value?.Corners.Items ?? [];
            visitor.Records(1, "corners", ref corners);
            return TVisitor.Rebuilds ? new(new EquatableArray<Point>(corners)) : value!;
        }
    }

    /// <summary>A case that nests the union in itself, and needs both parts.</summary>
    public sealed record Pair : Figure, IFields<Pair>
    {
        /// <exception cref="ArgumentNullException">A part is missing.</exception>
        public Pair(Figure? first, Figure? second)
        {
            ArgumentNullException.ThrowIfNull(first);
            ArgumentNullException.ThrowIfNull(second);
            (First, Second) = (first, second);
        }

        public static new TypeName Name => new("sample-figure-pair", 1);

        public Figure First { get; }

        public Figure Second { get; }

        public override TOut Match<TOut>(
            Func<Nothing, TOut> nothing,
            Func<Circle, TOut> circle,
            Func<Polygon, TOut> polygon,
            Func<Pair, TOut> pair) =>
            pair(this);

        public static Pair Fields<TVisitor>(scoped ref TVisitor visitor, Pair? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var first = value?.First;
            var second = value?.Second;
            visitor.Record(1, "first", ref first);
            visitor.Record(2, "second", ref second);
            return TVisitor.Rebuilds ? new(first, second) : value!;
        }
    }
}
