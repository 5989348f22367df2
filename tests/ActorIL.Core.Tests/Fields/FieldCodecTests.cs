using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Core.Tests.Fields.Samples;
using ActorIL.Testing;

namespace ActorIL.Core.Tests.Fields;

public sealed class FieldCodecTests
{
    [Fact]
    public void What_was_written_is_read_back() =>
        Seeded.Run(300, seed =>
        {
            var samples = new SampleValues(seed);
            var value = samples.EveryKind();
            var bytes = FieldCodec.Bytes(value);

            Assert.Equal(value, Outcome.Value(FieldCodec.Read<EveryKind>(bytes.AsSpan(), samples.BlockOf)));
        });

    [Fact]
    public void Every_case_of_a_union_is_read_back() =>
        Seeded.Run(300, seed =>
        {
            var value = new SampleValues(seed).Figure(depth: 4);

            Assert.Equal(value, Read<Figure>(FieldCodec.Bytes(value).AsSpan()));
        });

    [Fact]
    public void Bytes_are_canonical() =>
        Seeded.Run(300, seed =>
        {
            var samples = new SampleValues(seed);
            var bytes = FieldCodec.Bytes(samples.EveryKind());
            var again = Outcome.Value(FieldCodec.Read<EveryKind>(bytes.AsSpan(), samples.BlockOf));

            Assert.True(bytes.AsSpan().SequenceEqual(FieldCodec.Bytes(again).AsSpan()));
        });

    [Fact]
    public void No_bytes_are_the_zero_of_a_record()
    {
        Assert.Equal(EveryKind.Zero, Read<EveryKind>([]));
        Assert.Equal(default, Read<Point>([]));
    }

    [Fact]
    public void Fields_of_a_later_version_are_skipped()
    {
        var newer = FieldCodec.Bytes(new NewerPoint(1.5, -2, "corner", 0.5f, -7, new Point(3, 4), 99));

        Assert.Equal(new Point(1.5, -2), Read<Point>(newer.AsSpan()));
        Assert.Equal(new Late("corner"), Read<Late>(newer.AsSpan()));
    }

    [Fact]
    public void A_block_stands_in_the_bytes_by_its_hash_and_is_fetched_when_read()
    {
        var block = ParameterBlock.Copy([1, 2, 3]);
        var bytes = FieldCodec.Bytes(EveryKind.Zero with { Block = block });

        Assert.Same(block, Outcome.Value(FieldCodec.Read<EveryKind>(bytes.AsSpan(), _ => block)).Block);
        Assert.Equal(
            $"block {block.Hash:x16}, which is not at hand",
            Outcome.Error(FieldCodec.Read<EveryKind>(bytes.AsSpan(), _ => null)).Found);
    }

    [Fact]
    public void The_hash_is_that_of_the_bytes() =>
        Seeded.Run(100, seed =>
        {
            var value = new SampleValues(seed).EveryKind();
            var expected = Core.Hashing.ContentHash.Of(FieldCodec.Bytes(value).AsSpan());

            Assert.Equal(expected, FieldCodec.Hash(value, new FieldBuffer()));
        });

    [Fact]
    public void Hashing_allocates_nothing_once_the_buffer_has_grown()
    {
        var samples = new SampleValues(11);
        var values = Enumerable.Range(0, 50).Select(_ => samples.EveryKind()).ToArray();
        var points = Enumerable.Range(0, 50).Select(_ => samples.Point()).ToArray();
        var buffer = new FieldBuffer();
        var warm = HashAll(values, points, buffer);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var again = HashAll(values, points, buffer);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(warm, again);
        Assert.Equal(0, allocated);
    }

    [Fact]
    public void A_buffer_takes_one_value_after_another()
    {
        var buffer = new FieldBuffer();
        FieldCodec.Write(new Point(1, 2), buffer);
        FieldCodec.Write(new Point(3, 4), buffer);
        var bytes = FieldCodec.Bytes(new Point(1, 2)).AddRange(FieldCodec.Bytes(new Point(3, 4)));

        Assert.Equal(bytes.AsSpan(), buffer.Written);
        buffer.Clear();
        Assert.True(buffer.Written.IsEmpty);
    }

    [Fact]
    public void Records_nest_to_the_stated_depth()
    {
        var deepest = Nest.OfDepth(FieldCodec.DepthMax);

        Assert.Equal(deepest, Read<Nest>(FieldCodec.Bytes(deepest).AsSpan()));
    }

    [Fact]
    public void Deeper_records_are_refused_when_written() =>
        Assert.Throws<InvalidOperationException>(() => FieldCodec.Bytes(Nest.OfDepth(FieldCodec.DepthMax + 1)));

    [Fact]
    public void A_lone_surrogate_is_written_as_the_replacement_character()
    {
        var bytes = FieldCodec.Bytes(new Late("a\uD800b"));

        Assert.Equal(new Late("a\uFFFDb"), Read<Late>(bytes.AsSpan()));
    }

    private static ulong HashAll(EveryKind[] values, Point[] points, FieldBuffer buffer)
    {
        var sum = 0UL;
        for (var i = 0; i < values.Length; i++)
        {
            sum += FieldCodec.Hash(values[i], buffer) ^ FieldCodec.Hash(points[i], buffer);
        }

        return sum;
    }

    private static T Read<T>(ReadOnlySpan<byte> bytes)
        where T : IFields<T> => Outcome.Value(FieldCodec.Read<T>(bytes, _ => null));
}
