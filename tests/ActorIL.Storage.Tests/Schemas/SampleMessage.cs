using System.Collections.Immutable;
using ActorIL.Core.Fields;

namespace ActorIL.Storage.Tests.Schemas;

/// <summary>A record with a field of every kind.</summary>
public sealed record SampleMessage(
    bool Flag,
    int Count,
    long Total,
    ulong Identity,
    float Rate,
    double Mean,
    string Text,
    ImmutableArray<byte> Raw,
    ImmutableArray<int> Indices,
    ImmutableArray<long> Offsets,
    ImmutableArray<float> Weights,
    ImmutableArray<double> Scores,
    ParameterBlock? Block,
    SampleUnion? Union,
    ImmutableArray<SampleUnion> Unions
) : IFields<SampleMessage>
{
    public static TypeName Name => new("sample-message", 2);

    public static SampleMessage Small { get; } = new(false, 0, 0, 0, 0, 0, "", [], [], [], [], [], null, null, []);

    public static SampleMessage Full { get; } =
        new(
            true,
            -7,
            -(1L << 53) + 1,
            0xFEDCBA9876543210,
            0.1f,
            Math.Sqrt(2),
            "naïve – 🎲",
            [1, 2, 255],
            [int.MinValue, -1, int.MaxValue],
            [-5, 1L << 52],
            [1.5f, float.NegativeInfinity],
            [double.Epsilon, -0.0],
            ParameterBlock.Copy([1, 2, 3]),
            new SampleUnion.Inner(Small with { Text = "inside" }),
            [new SampleUnion.Count(0), new SampleUnion.Count(-3), new SampleUnion.Inner(null)]
        );

    public static SampleMessage Fields<TVisitor>(scoped ref TVisitor visitor, SampleMessage? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var flag = value?.Flag ?? false;
        var count = value?.Count ?? 0;
        var total = value?.Total ?? 0;
        var identity = value?.Identity ?? 0;
        var rate = value?.Rate ?? 0;
        var mean = value?.Mean ?? 0;
        var text = value?.Text ?? "";
        var raw = value?.Raw ?? [];
        var indices = value?.Indices ?? [];
        var offsets = value?.Offsets ?? [];
        var weights = value?.Weights ?? [];
        var scores = value?.Scores ?? [];
        var block = value?.Block;
        var union = value?.Union;
        var unions = value?.Unions ?? [];
        visitor.Field(1, "flag", ref flag);
        visitor.Field(2, "count", ref count);
        visitor.Field(3, "total", ref total);
        visitor.Field(4, "identity", ref identity);
        visitor.Field(5, "rate", ref rate);
        visitor.Field(6, "mean", ref mean);
        visitor.Field(7, "text_of_it", ref text);
        visitor.Field(8, "raw", ref raw);
        visitor.Field(9, "indices", ref indices);
        visitor.Field(10, "offsets", ref offsets);
        visitor.Field(11, "weights", ref weights);
        visitor.Field(12, "scores", ref scores);
        visitor.Block(13, "block", ref block);
        visitor.Record(14, "union", ref union);
        visitor.Records(15, "unions", ref unions);
        return TVisitor.Rebuilds
            ? new(
                flag,
                count,
                total,
                identity,
                rate,
                mean,
                text,
                raw,
                indices,
                offsets,
                weights,
                scores,
                block,
                union,
                unions
            )
            : value!;
    }
}
