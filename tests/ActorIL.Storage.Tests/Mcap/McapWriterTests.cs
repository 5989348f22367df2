using ActorIL.Storage.Mcap;

namespace ActorIL.Storage.Tests.Mcap;

public sealed class McapWriterTests
{
    [Fact]
    public void What_is_written_is_read_from_the_start()
    {
        var found = Found.From(SampleFile.Write().Bytes, McapReadOptions.Own);
        Assert.Empty(found.Errors);
        Assert.Equal([SampleFile.Header], found.Headers);
        Assert.Equal(SampleFile.Schemas, found.Schemas);
        Assert.Equal(SampleFile.Channels, found.Channels);
        Assert.Equal([SampleFile.Manifest], found.Metadata);
        Assert.Equal([Found.Text(SampleFile.Attachment)], found.Attachments);
        Assert.Equal(AllMessages(), found.Messages);
        Assert.Equal(SampleFile.ChunkCount, found.ChunkCount);
    }

    [Fact]
    public void What_is_written_is_found_by_the_index()
    {
        var bytes = SampleFile.Write().Bytes;
        using var reader = Outcome.Value(McapReader.Open(new MemoryStream(bytes), "a.mcap", McapReadOptions.Own));
        var summary = Outcome.Value(reader.Summary());
        Assert.Equal(SampleFile.Schemas, summary.Schemas);
        Assert.Equal(SampleFile.Channels, summary.Channels);
        Assert.Equal(20UL, summary.Statistics.MessageCount);
        Assert.Equal((1000UL, 1019UL), (summary.Statistics.StartTime, summary.Statistics.EndTime));
        Assert.Equal([7UL, 7UL, 6UL], summary.Statistics.Channels.Select(channel => channel.MessageCount));

        // The last chunk first, since an index allows it.
        var messages = summary
            .Chunks.Reverse()
            .Select(index => Outcome.Value(reader.ReadChunk(summary, index)))
            .SelectMany(chunk => chunk.Messages().Reverse())
            .Select(Found.Text);
        Assert.Equal(AllMessages(), messages.Reverse());
        Assert.Equal(SampleFile.Manifest, Outcome.Value(reader.ReadMetadata(summary.Metadata[0])));
        Assert.Equal(
            Found.Text(SampleFile.Attachment),
            Found.Text(Outcome.Value(reader.ReadAttachment(summary.Attachments[0])))
        );
    }

    [Fact]
    public void The_bytes_are_those_of_the_naive_twin() => Assert.Equal(NaiveMcap.Sample(), SampleFile.Write().Bytes);

    [Fact]
    public void Continuing_anywhere_gives_the_file_of_one_uninterrupted_writer()
    {
        var (whole, borders) = SampleFile.Write();
        foreach (var (part, border) in borders.Index())
        {
            // What stands after the border was written before the process died.
            using var stream = new MemoryStream();
            stream.Write(whole.AsSpan(0, (int)Math.Min(whole.Length, border + 13)));
            using var writer = Outcome.Value(McapWriter.Continue(stream, "a.mcap", border));
            Assert.Equal(border, writer.Offset);
            for (var next = part; next < SampleFile.PartCount; next++)
            {
                SampleFile.WritePart(writer, next);
            }

            Outcome.Value(writer.Close());
            Assert.Equal(whole, stream.ToArray());
        }
    }

    [Fact]
    public void Continuing_is_refused_anywhere_else()
    {
        var (whole, borders) = SampleFile.Write();
        for (var length = 0; length <= whole.Length; length++)
        {
            if (!borders.Contains(length))
            {
                using var stream = new MemoryStream();
                stream.Write(whole);
                Outcome.Error(McapWriter.Continue(stream, "a.mcap", length));
                Assert.Equal(whole, stream.ToArray());
            }
        }
    }

    [Fact]
    public void Metadata_replaced_in_place_is_as_if_it_had_stood_there_from_the_start()
    {
        var other = SampleFile.Manifest with { Entries = McapMap.Of(("seed", "8"), ("level", "keys")) };
        var direct = Write(other, replacement: null);
        Assert.Equal(direct, Write(SampleFile.Manifest, other));
        Assert.Empty(Found.From(direct, McapReadOptions.Own).Errors);
        Assert.Equal([other], Found.From(direct, McapReadOptions.Own).Metadata);
    }

    [Fact]
    public void Metadata_is_replaced_after_continuing_too()
    {
        var other = SampleFile.Manifest with { Entries = McapMap.Of(("seed", "9"), ("level", "keys")) };
        var (whole, borders) = SampleFile.Write();
        using var stream = new MemoryStream();
        stream.Write(whole);
        using var writer = Outcome.Value(McapWriter.Continue(stream, "a.mcap", borders[^1]));
        Outcome.Value(writer.ReplaceMetadata(new(borders[0], borders[1] - borders[0]), other));
        Outcome.Value(writer.Close());
        Assert.Equal(Write(other, replacement: null), stream.ToArray());
    }

    [Fact]
    public void Metadata_of_another_length_is_refused()
    {
        using var stream = new MemoryStream();
        using var writer = Outcome.Value(McapWriter.Start(stream, "a.mcap", SampleFile.Header));
        var place = Outcome.Value(writer.WriteMetadata(SampleFile.Manifest));
        var longer = new McapMetadata("manifest", McapMap.Of(("seed", "7"), ("level", "fullest")));
        Assert.Throws<ArgumentException>(() => writer.ReplaceMetadata(place, longer));
        Assert.Throws<ArgumentException>(() => writer.ReplaceMetadata(new(3, place.Length), SampleFile.Manifest));
        Outcome.Value(writer.Close());
        Assert.Equal([SampleFile.Manifest], Found.From(stream.ToArray(), McapReadOptions.Own).Metadata);
    }

    [Fact]
    public void A_chunk_with_a_channel_never_added_is_a_mistake_of_the_caller()
    {
        using var stream = new MemoryStream();
        using var writer = Outcome.Value(McapWriter.Start(stream, "a.mcap", SampleFile.Header));
        var builder = new McapChunkBuilder();
        builder.AddMessage(3, 0, 0, 0, [1]);
        Assert.Throws<InvalidOperationException>(() => writer.Write(builder.Seal()));
    }

    [Fact]
    public void A_full_disk_is_an_error_and_leaves_whole_records()
    {
        using var disk = TemporaryDisk.OrSkip(64 * 1024);
        using (var stream = new FileStream(disk["a.mcap"], FileMode.CreateNew, FileAccess.ReadWrite))
        {
            using var writer = Outcome.Value(McapWriter.Start(stream, disk["a.mcap"], SampleFile.Header));
            Outcome.Value(writer.WriteMetadata(SampleFile.Manifest));
            var before = writer.Offset;
            var attachment = SampleFile.Attachment with { Data = new byte[256 * 1024] };
            var error = Outcome.Error(writer.WriteAttachment(attachment));
            Assert.Equal("a full disk", error.Found);
            Assert.Equal(before, writer.Offset);
            Outcome.Value(writer.WriteAttachment(SampleFile.Attachment));
            Outcome.Value(writer.Close());
        }

        using var reader = Outcome.Value(McapReader.Open(disk["a.mcap"], McapReadOptions.Own));
        var found = Found.From(reader.Records());
        Assert.Empty(found.Errors);
        Assert.Equal([Found.Text(SampleFile.Attachment)], found.Attachments);
    }

    [Fact]
    public void A_file_without_any_record_is_closed_properly()
    {
        using var stream = new MemoryStream();
        using var writer = Outcome.Value(McapWriter.Start(stream, "a.mcap", SampleFile.Header));
        Assert.Equal(Outcome.Value(writer.Close()), stream.Length);
        Assert.Throws<InvalidOperationException>(() => writer.Close());
        Assert.Empty(Found.From(stream.ToArray(), McapReadOptions.Own).Errors);
    }

    private static IEnumerable<string> AllMessages() =>
        Enumerable
            .Range(0, SampleFile.ChunkCount * SampleFile.MessagesPerChunk)
            .Select(number => Found.Text(SampleFile.Message(number)));

    private static byte[] Write(McapMetadata manifest, McapMetadata? replacement)
    {
        using var stream = new MemoryStream();
        using var writer = Outcome.Value(McapWriter.Start(stream, "a.mcap", SampleFile.Header));
        var place = Outcome.Value(writer.WriteMetadata(manifest));
        for (var part = 1; part < SampleFile.PartCount; part++)
        {
            SampleFile.WritePart(writer, part);
        }

        if (replacement is not null)
        {
            Assert.Equal(place, Outcome.Value(writer.ReplaceMetadata(place, replacement)));
        }

        Outcome.Value(writer.Close());
        return stream.ToArray();
    }
}
