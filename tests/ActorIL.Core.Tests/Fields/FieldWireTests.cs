using System.Text;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Core.Tests.Fields.Samples;
using ActorIL.Testing;

namespace ActorIL.Core.Tests.Fields;

/// <summary>The bytes, as a reader without our code sees them.</summary>
public sealed class FieldWireTests
{
    [Fact]
    public void A_naive_reader_of_protocol_buffers_finds_every_field() =>
        Seeded.Run(300, seed => AssertSame(new SampleValues(seed).EveryKind()));

    [Fact]
    public void The_bytes_of_a_value_never_change()
    {
        var text = new StringBuilder();
        foreach (var seed in new[] { 1UL, 2UL, 3UL })
        {
            var value = new SampleValues(seed).EveryKind(depth: 1) with { Text = "naïve" };
            var hex = Convert.ToHexStringLower(FieldCodec.Bytes(value).AsSpan());
            text.AppendJoin('\n', hex.Chunk(100).Select(line => new string(line))).Append("\n\n");
        }

        Snapshot.Matches(text.ToString());
    }

    [Fact]
    public void Numbers_of_every_length_have_no_byte_too_many()
    {
        for (var bit = 0; bit < 64; bit++)
        {
            foreach (var total in new[] { 1L << bit, (1L << bit) - 1, (1L << bit) + 1 })
            {
                byte[] bytes = [.. FieldCodec.Bytes(EveryKind.Zero with { Total = total })];
                var end = Array.FindIndex(bytes, 1, static part => part < 0x80);

                Assert.Equal(total == 0 ? [14] : [3, 14], new NaiveWire(bytes).Numbers);
                Assert.Equal((ulong)total, new NaiveWire(bytes).Whole(3, 0));
                Assert.True(end < 2 || bytes[end] != 0 || total == 0);
            }
        }
    }

    [Fact]
    public void Zeros_are_absent_but_for_structs() =>
        Assert.Equal([14], new NaiveWire([.. FieldCodec.Bytes(EveryKind.Zero)]).Numbers);

    [Fact]
    public void Negative_zero_is_present()
    {
        var bytes = FieldCodec.Bytes(EveryKind.Zero with { Rate = -0f, Mean = -0.0 });

        Assert.Equal([5, 6, 14], new NaiveWire([.. bytes]).Numbers);
    }

    [Theory]
    [InlineData(0x7FF8000000000000)]
    [InlineData(0x7FF8000000000001)]
    [InlineData(0xFFF8000000000000)]
    [InlineData(0x7FF0000000000001)]
    public void Every_not_a_number_has_one_form(ulong bits)
    {
        var mean = BitConverter.UInt64BitsToDouble(bits);
        var rate = BitConverter.UInt32BitsToSingle((uint)(bits >> 32) | 1);
        var value = EveryKind.Zero with { Rate = rate, Mean = mean, Weights = [1, rate], Scores = [mean, 1] };
        var wire = new NaiveWire([.. FieldCodec.Bytes(value)]);

        Assert.Equal(0x7FC00000UL, wire.Whole(5, 5));
        Assert.Equal(0x7FF8000000000000UL, wire.Whole(6, 1));
        Assert.Equal([0x3F800000U, 0x7FC00000U], wire.Packed(11, 4, bytes => BitConverter.ToUInt32(bytes)));
        Assert.Equal(
            [0x7FF8000000000000UL, 0x3FF0000000000000UL],
            wire.Packed(12, 8, bytes => BitConverter.ToUInt64(bytes))
        );
    }

    [Theory]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(16_383)]
    [InlineData(16_384)]
    [InlineData(2_100_000)]
    public void Nested_records_of_any_length_keep_their_bytes(int length)
    {
        var inner = EveryKind.Zero with { Raw = EquatableArray.From(new SampleValues(9).Bytes(length)) };
        var wire = new NaiveWire([.. FieldCodec.Bytes(EveryKind.Zero with { Inner = inner })]);

        Assert.True(FieldCodec.Bytes(inner).AsSpan().SequenceEqual(wire.Bytes(15)));
    }

    private static void AssertSame(EveryKind value)
    {
        AssertSame(value, new NaiveWire([.. FieldCodec.Bytes(value)]));
    }

    private static void AssertSame(EveryKind value, NaiveWire wire)
    {
        Assert.Equal(wire.Numbers.Order(), wire.Numbers);
        Assert.Equal(value.Flag, wire.Whole(1, 0) == 1);
        Assert.Equal(value.Count, (int)wire.Whole(2, 0));
        Assert.Equal(value.Total, (long)wire.Whole(3, 0));
        Assert.Equal(value.Identity, wire.Whole(4, 1));
        Assert.Equal(value.Rate, BitConverter.UInt32BitsToSingle((uint)wire.Whole(5, 5)));
        Assert.Equal(value.Mean, BitConverter.UInt64BitsToDouble(wire.Whole(6, 1)));
        Assert.Equal(value.Text, Encoding.UTF8.GetString(wire.Bytes(7) ?? []));
        Assert.Equal(value.Raw, wire.Bytes(8) ?? []);
        Assert.Equal(value.Indices, wire.Packed(9, 4, bytes => BitConverter.ToInt32(bytes)));
        Assert.Equal(value.Offsets, wire.Packed(10, 8, bytes => BitConverter.ToInt64(bytes)));
        Assert.Equal(value.Weights, wire.Packed(11, 4, bytes => BitConverter.ToSingle(bytes)));
        Assert.Equal(value.Scores, wire.Packed(12, 8, bytes => BitConverter.ToDouble(bytes)));
        Assert.Equal(value.Block?.Hash ?? 0, wire.Whole(13, 1));
        Assert.Equal(value.Origin, PointOf(wire.Message(14)!));
        Assert.Equal(value.Inner is null, wire.Message(15) is null);
        Assert.Equal(value.Points, wire.Messages(16).Select(PointOf));
        Assert.Equal(value.Figures, wire.Messages(17).Select(FigureOf));
        Assert.Equal(value.Outline, wire.Message(18) is { } outline ? FigureOf(outline) : null);
        if (value.Inner is { } inner)
        {
            AssertSame(inner, wire.Message(15)!);
        }
    }

    private static Point PointOf(NaiveWire wire) =>
        new(BitConverter.UInt64BitsToDouble(wire.Whole(1, 1)), BitConverter.UInt64BitsToDouble(wire.Whole(2, 1)));

    private static Figure FigureOf(NaiveWire wire) =>
        Assert.Single(wire.Numbers) switch
        {
            1 => new Figure.Nothing(),
            2 => new Figure.Circle(BitConverter.UInt32BitsToSingle((uint)wire.Message(2)!.Whole(1, 5))),
            3 => new Figure.Polygon(EquatableArray.From(wire.Message(3)!.Messages(1).Select(PointOf))),
            _ => new Figure.Pair(FigureOf(wire.Message(4)!.Message(1)!), FigureOf(wire.Message(4)!.Message(2)!)),
        };
}
