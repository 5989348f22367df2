using ActorIL.Core.Fields;

namespace ActorIL.Core.Tests.Fields.Samples;

/// <summary>The pattern of a struct: never null, so it is always present in the bytes.</summary>
public readonly record struct Point(double X, double Y) : IFields<Point>
{
    public static TypeName Name => new("sample-point", 1);

    public static Point Fields<TVisitor>(scoped ref TVisitor visitor, Point value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var x = value.X;
        var y = value.Y;
        visitor.Field(1, "x", ref x);
        visitor.Field(2, "y", ref y);
        return TVisitor.Rebuilds ? new(x, y) : value;
    }
}
