using ActorIL.Storage.Mcap;

namespace ActorIL.Storage.Tests.Mcap;

/// <summary>Files as other writers make them, by the naive twin.</summary>
public sealed class McapForeignTests
{
    private static readonly McapSchema Schema = SampleFile.Schemas[0];
    private static readonly McapChannel Channel = SampleFile.Channels[0];
    private static readonly McapMessage Message = SampleFile.Message(0);

    [Fact]
    public void Records_outside_chunks_are_read_and_are_an_error_in_a_file_of_ours()
    {
        var bytes = Start().Add(Records()).End();
        var found = Found.From(bytes, McapReadOptions.Any);
        Assert.Empty(found.Errors);
        Assert.Equal([Channel], found.Channels);
        Assert.Equal([Found.Text(Message)], found.Messages);
        Assert.Empty(Found.From(bytes, McapReadOptions.Own).Messages);
    }

    [Theory]
    [InlineData(0x10)]
    [InlineData(0x80)]
    [InlineData(0xFF)]
    public void Records_of_unknown_kinds_are_passed_over_inside_chunks_and_outside(byte opcode)
    {
        var unknown = NaiveMcap.Record(opcode, [1, 2, 3]);
        byte[] records = [.. unknown, .. Records(), .. unknown];
        var bytes = Start().Add(unknown).Add(NaiveMcap.Chunk(1, 2, 0, "", records)).Add(unknown).End();
        var found = Found.From(bytes, McapReadOptions.Any);
        Assert.Empty(found.Errors);
        Assert.Equal([Found.Text(Message)], found.Messages);
        Assert.Single(Found.From(bytes, McapReadOptions.Own).Errors);
    }

    [Fact]
    public void Fields_added_at_the_end_of_a_record_are_passed_over()
    {
        var metadata = NaiveMcap.Record(12, NaiveMcap.Text("m"), NaiveMcap.Map(("a", "b")), [9, 9]);
        var found = Found.From(Start().Add(metadata).End(), McapReadOptions.Any);
        Assert.Empty(found.Errors);
        Assert.Equal([new McapMetadata("m", McapMap.Of(("a", "b")))], found.Metadata);
    }

    [Fact]
    public void A_file_without_summary_says_so_and_is_read_from_its_start()
    {
        var bytes = Start().Add(Records()).End();
        using var reader = Outcome.Value(McapReader.Open(new MemoryStream(bytes), "a.mcap", McapReadOptions.Any));
        Assert.Equal("no summary", Outcome.Error(reader.Summary()).Found);
    }

    [Fact]
    public void A_message_of_an_unknown_channel_is_an_error()
    {
        var found = Found.From(Start().Add(NaiveMcap.Record(Message)).End(), McapReadOptions.Any);
        Assert.Contains("channel 1", Assert.Single(found.Errors).Found, StringComparison.Ordinal);
        Assert.Empty(found.Messages);
    }

    [Fact]
    public void A_channel_with_two_meanings_is_an_error()
    {
        var other = NaiveMcap.Record(Channel with { Topic = "/other" });
        var found = Found.From(Start().Add(Records()).Add(other).End(), McapReadOptions.Any);
        Assert.Contains("a second channel 1", Assert.Single(found.Errors).Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Lengths_beyond_the_file_are_errors_before_memory_is_taken()
    {
        byte[] huge = [6, .. NaiveMcap.Number(ulong.MaxValue), 0];
        var error = Assert.Single(Found.From(Start().Add(huge).Bytes, McapReadOptions.Any).Errors);
        Assert.StartsWith("bytes.mcap, byte ", error.Where, StringComparison.Ordinal);
        Assert.Contains("18446744073709551615", error.Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lz4")]
    [InlineData("zstd")]
    [InlineData("odd")]
    public void A_compressed_chunk_is_refused_with_what_to_do(string compression)
    {
        var bytes = Start().Add(NaiveMcap.Chunk(0, 0, 0, compression, Records())).End();
        var error = Assert.Single(Found.From(bytes, McapReadOptions.Any).Errors);
        Assert.Equal($"a chunk compressed with '{compression}'", error.Found);
    }

    [Fact]
    public void No_file_and_a_folder_are_errors()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal("no such file", Outcome.Error(McapReader.Open(folder["a.mcap"], McapReadOptions.Any)).Found);
        Assert.Equal("a folder", Outcome.Error(McapScan.Scan(folder.Path, McapReadOptions.Any)).Found);
    }

    private static NaiveMcap Start() => new NaiveMcap().AddHeader();

    private static byte[] Records() =>
        [.. NaiveMcap.Record(Schema), .. NaiveMcap.Record(Channel), .. NaiveMcap.Record(Message)];
}
