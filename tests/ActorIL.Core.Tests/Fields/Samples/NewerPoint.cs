using ActorIL.Core.Fields;

namespace ActorIL.Core.Tests.Fields.Samples;

/// <summary>
/// A later version of <see cref="Point"/>: more fields of every wire type, after the old ones and between.
/// </summary>
public sealed record NewerPoint(double X, double Y, string Label, float Weight, long Count, Point Before, ulong Mark)
    : IFields<NewerPoint>
{
    public static TypeName Name => new("sample-point", 2);

    public static NewerPoint Fields<TVisitor>(scoped ref TVisitor visitor, NewerPoint? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var x = value?.X ?? 0;
        var y = value?.Y ?? 0;
        var label = value?.Label ?? "";
        var weight = value?.Weight ?? 0;
        var count = value?.Count ?? 0;
        var before = value?.Before ?? default;
        var mark = value?.Mark ?? 0;
        visitor.Field(1, "x", ref x);
        visitor.Field(2, "y", ref y);
        visitor.Field(3, "label", ref label);
        visitor.Field(4, "weight", ref weight);
        visitor.Field(5, "count", ref count);
        visitor.Record(6, "before", ref before);
        visitor.Field(FieldCodec.NumberMax, "mark", ref mark);
        return TVisitor.Rebuilds ? new(x, y, label, weight, count, before, mark) : value!;
    }
}
