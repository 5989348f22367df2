using ActorIL.Storage.Mcap;
using ActorIL.Testing;

namespace ActorIL.Storage.Tests.Mcap;

public sealed class McapDamageTests
{
    private static readonly HashSet<string> Written = Enumerable
        .Range(0, SampleFile.ChunkCount * SampleFile.MessagesPerChunk)
        .Select(number => Found.Text(SampleFile.Message(number)))
        .ToHashSet(StringComparer.Ordinal);

    [Fact]
    public void A_file_cut_at_any_byte_gives_a_prefix_of_its_records_and_an_error()
    {
        var (whole, borders) = SampleFile.Write();
        var all = Found.From(whole, McapReadOptions.Own);
        for (var length = 0; length < whole.Length; length++)
        {
            var cut = whole[..length];
            foreach (var options in new[] { McapReadOptions.Own, McapReadOptions.Any })
            {
                var found = Found.From(cut, options);
                Assert.Single(found.Errors);
                Assert.Equal(all.Messages.Take(found.Messages.Count), found.Messages);
                Assert.Equal(all.Channels.Take(found.Channels.Count), found.Channels);
                Assert.Equal(all.Metadata.Take(found.Metadata.Count), found.Metadata);
                Assert.Equal(all.Attachments.Take(found.Attachments.Count), found.Attachments);
                ReadByIndex(cut, options);
            }

            var report = Scan(cut);
            Assert.Equal(borders.Where(border => border <= length).DefaultIfEmpty(0).Max(), report.ValidLength);
            Assert.False(report.IsClosed);
            Assert.Equal((report.ValidLength, length - report.ValidLength), Loss(report));
        }
    }

    [Fact]
    public void A_file_with_any_byte_changed_gives_no_record_that_was_not_written()
    {
        var (whole, borders) = SampleFile.Write();
        for (var index = 0; index < whole.Length; index++)
        {
            foreach (var mask in (byte[])[1, 2, 4, 8, 16, 32, 64, 128, 0xFF])
            {
                var changed = (byte[])whole.Clone();
                changed[index] ^= mask;
                var found = Found.From(changed, McapReadOptions.Own);
                Assert.Single(found.Errors);
                Assert.Subset(Written, found.Messages.ToHashSet(StringComparer.Ordinal));
                Assert.Subset(SampleFile.Channels.ToHashSet(), found.Channels.ToHashSet());
                Assert.Subset(SampleFile.Schemas.ToHashSet(), found.Schemas.ToHashSet());
                Assert.All(found.Attachments, text => Assert.Equal(Found.Text(SampleFile.Attachment), text));
                ReadByIndex(changed, McapReadOptions.Own);

                var report = Scan(changed);
                Assert.False(report.IsClosed);
                Assert.Contains(report.ValidLength, borders.Prepend(0));
            }
        }
    }

    [Fact]
    public void A_lenient_reader_survives_any_byte_changed()
    {
        var whole = SampleFile.Write().Bytes;
        for (var index = 0; index < whole.Length; index++)
        {
            foreach (var mask in (byte[])[1, 0x80, 0xFF])
            {
                var changed = (byte[])whole.Clone();
                changed[index] ^= mask;
                Assert.True(Found.From(changed, McapReadOptions.Any).Errors.Count <= 1);
            }
        }
    }

    [Fact]
    public void Random_bytes_after_the_magic_never_throw() =>
        Law.Holds<byte[]>(bytes =>
        {
            byte[] file = [.. SampleFile.Write().Bytes.AsSpan(0, 40), .. bytes];
            return Found.From(file, McapReadOptions.Any).Errors.Count == 1
                && Found.From(file, McapReadOptions.Own).Errors.Count == 1;
        });

    [Fact]
    public void A_closed_file_has_no_loss()
    {
        var (whole, borders) = SampleFile.Write();
        var report = Scan(whole);
        Assert.True(report is { IsClosed: true, HasDataEnd: true, ChunkCount: SampleFile.ChunkCount });
        Assert.Empty(report.Losses);
        Assert.Equal((borders[^1], 20L), (report.ValidLength, report.MessageCount));
    }

    [Fact]
    public void A_file_that_lost_only_its_end_lost_no_record()
    {
        var whole = SampleFile.Write().Bytes;
        var report = Scan(whole[..^3]);
        Assert.True(report is { IsClosed: false, HasDataEnd: true, MessageCount: 20 });
        Assert.Equal("the end of the file, which was not closed", report.Losses[0].Cause);
    }

    [Fact]
    public void A_checksum_of_zero_is_an_error_in_a_file_of_ours_only()
    {
        var (whole, borders) = SampleFile.Write();

        // The checksum of a chunk stands after the head of its record, two times and a length.
        var zeroed = (byte[])whole.Clone();
        zeroed.AsSpan((int)borders[1] + 9 + 24, 4).Clear();
        zeroed.AsSpan((int)borders[^1] + 9, 4).Clear();
        Assert.Single(Found.From(zeroed, McapReadOptions.Own).Errors);
        var lenient = Found.From(zeroed, McapReadOptions.Any);
        Assert.Empty(lenient.Errors);
        Assert.Equal(20, lenient.Messages.Count);
    }

    private static void ReadByIndex(byte[] bytes, McapReadOptions options)
    {
        using var reader = Outcome.Value(McapReader.Open(new MemoryStream(bytes), "a.mcap", options));
        reader.Summary().Match(summary => ReadAll(reader, summary), _ => 0);
    }

    private static int ReadAll(McapReader reader, McapSummary summary)
    {
        Assert.Subset(SampleFile.Channels.ToHashSet(), summary.Channels.ToHashSet());
        foreach (var index in summary.Chunks)
        {
            reader.ReadChunk(summary, index).Match(CheckMessages, _ => 0);
        }

        foreach (var index in summary.Metadata)
        {
            reader.ReadMetadata(index).Match(_ => 0, _ => 0);
        }

        foreach (var index in summary.Attachments)
        {
            reader
                .ReadAttachment(index)
                .Match(
                    attachment =>
                    {
                        Assert.Equal(Found.Text(SampleFile.Attachment), Found.Text(attachment));
                        return 0;
                    },
                    _ => 0
                );
        }

        return 0;
    }

    private static int CheckMessages(McapChunk chunk)
    {
        Assert.Subset(Written, chunk.Messages().Select(Found.Text).ToHashSet(StringComparer.Ordinal));
        return 0;
    }

    private static McapScanReport Scan(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return Outcome.Value(McapScan.Scan(stream, "a.mcap", McapReadOptions.Own));
    }

    private static (long, long) Loss(McapScanReport report) => (report.Losses[0].Offset, report.Losses[0].ByteCount);
}
