using ActorIL.Storage.Mcap;

namespace ActorIL.Storage.Tests.Mcap;

public sealed class McapChunkBuilderTests
{
    [Fact]
    public void A_chunk_saved_after_any_message_and_restored_ends_as_the_uninterrupted_one()
    {
        var whole = Fill(new McapChunkBuilder(), 0, 20).Seal();
        for (var count = 0; count <= 20; count++)
        {
            var first = Fill(new McapChunkBuilder(16), 0, count);
            var restored = Outcome.Value(McapChunkBuilder.Restore(first.Save().AsSpan(), capacity: 16));
            Assert.Equal((first.Length, first.MessageCount), (restored.Length, restored.MessageCount));
            var resumed = Fill(restored, count, 20).Seal();
            Assert.Equal(whole.Bytes.ToArray(), resumed.Bytes.ToArray());
            Assert.Equal(whole.Indexes, resumed.Indexes);
            Assert.Equal((whole.Crc, whole.MessageCount), (resumed.Crc, resumed.MessageCount));
            Assert.Equal((whole.StartTime, whole.EndTime), (resumed.StartTime, resumed.EndTime));
        }
    }

    [Fact]
    public void Saved_bytes_that_were_cut_are_refused()
    {
        var saved = Fill(new McapChunkBuilder(), 0, 4).Save();
        var borders = Enumerable
            .Range(0, saved.Length)
            .Count(length =>
                McapChunkBuilder
                    .Restore(saved.AsSpan()[..length])
                    .Match(builder => builder.Length == length, _ => false)
            );

        // Empty, and after each of two schemas, three channels and all but the last message.
        Assert.Equal(1 + 2 + 3 + 3, borders);
    }

    [Fact]
    public void A_sealed_builder_starts_anew()
    {
        var builder = new McapChunkBuilder();
        SampleFile.Fill(builder, 0);
        var first = builder.Seal();
        var before = first.Bytes.ToArray();
        Assert.Equal((0, 0), (builder.Length, builder.MessageCount));
        SampleFile.Fill(builder, 1);
        var second = builder.Seal();
        Assert.Equal(before, first.Bytes.ToArray());
        Assert.Equal(SampleFile.MessagesPerChunk, second.MessageCount);
        Assert.Equal((1005UL, 1009UL), (second.StartTime, second.EndTime));
    }

    [Fact]
    public void A_schema_without_a_number_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new McapChunkBuilder().Add(SampleFile.Schemas[0] with { Id = 0 })
        );

    [Fact]
    public void A_chunk_that_grows_beyond_the_limit_is_refused()
    {
        var builder = new McapChunkBuilder();
        var data = new byte[McapLimits.ChunkLengthMax];
        Assert.Throws<ArgumentException>(() => builder.AddMessage(1, 0, 0, 0, data));
    }

    private static McapChunkBuilder Fill(McapChunkBuilder builder, int from, int to)
    {
        for (var number = from; number < to; number++)
        {
            SampleFile.Add(builder, number);
        }

        return builder;
    }
}
