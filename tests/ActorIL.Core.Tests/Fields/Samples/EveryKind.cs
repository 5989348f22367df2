using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;

namespace ActorIL.Core.Tests.Fields.Samples;

/// <summary>The pattern of a record, with a field of every kind there is.</summary>
public sealed record EveryKind(
    bool Flag,
    int Count,
    long Total,
    ulong Identity,
    float Rate,
    double Mean,
    string Text,
    EquatableArray<byte> Raw,
    EquatableArray<int> Indices,
    EquatableArray<long> Offsets,
    EquatableArray<float> Weights,
    EquatableArray<double> Scores,
    ParameterBlock? Block,
    Point Origin,
    EveryKind? Inner,
    EquatableArray<Point> Points,
    EquatableArray<Figure> Figures,
    Figure? Outline) : IFields<EveryKind>
{
    public static EveryKind Zero { get; } =
        new(false, 0, 0, 0, 0, 0, "", [], [], [], [], [], null, default, null, [], [], null);

    public static TypeName Name => new("sample-every-kind", 3);

    public static EveryKind Fields<TVisitor>(scoped ref TVisitor visitor, EveryKind? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var flag = value?.Flag ?? false;
        var count = value?.Count ?? 0;
        var total = value?.Total ?? 0;
        var identity = value?.Identity ?? 0;
        var rate = value?.Rate ?? 0;
        var mean = value?.Mean ?? 0;
        var text = value?.Text ?? "";
        var raw = value?.Raw.Items ?? [];
        var indices = value?.Indices.Items ?? [];
        var offsets = value?.Offsets.Items ?? [];
        var weights = value?.Weights.Items ?? [];
        var scores = value?.Scores.Items ?? [];
        var block = value?.Block;
        var origin = value?.Origin ?? default;
        var inner = value?.Inner;
        var points = value?.Points.Items ?? [];
        var figures = value?.Figures.Items ?? [];
        var outline = value?.Outline;
        visitor.Field(1, "flag", ref flag);
        visitor.Field(2, "count", ref count);
        visitor.Field(3, "total", ref total);
        visitor.Field(4, "identity", ref identity);
        visitor.Field(5, "rate", ref rate);
        visitor.Field(6, "mean", ref mean);
        visitor.Field(7, "text", ref text);
        visitor.Field(8, "raw", ref raw);
        visitor.Field(9, "indices", ref indices);
        visitor.Field(10, "offsets", ref offsets);
        visitor.Field(11, "weights", ref weights);
        visitor.Field(12, "scores", ref scores);
        visitor.Block(13, "block", ref block);
        visitor.Record(14, "origin", ref origin);
        visitor.Record(15, "inner", ref inner);
        visitor.Records(16, "points", ref points);
        visitor.Records(17, "figures", ref figures);
        visitor.Record(18, "outline", ref outline);
        return TVisitor.Rebuilds
            ? new(flag, count, total, identity, rate, mean, text, new(raw), new(indices), new(offsets), new(weights),
                new(scores), block, origin, inner, new(points), new(figures), outline)
            : value!;
    }
}
