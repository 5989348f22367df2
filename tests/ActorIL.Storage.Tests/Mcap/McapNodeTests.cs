using System.Text.Json;
using ActorIL.Core.Fields;
using ActorIL.Storage.Mcap;
using ActorIL.Storage.Schemas;
using ActorIL.Storage.Tests.Schemas;

namespace ActorIL.Storage.Tests.Mcap;

/// <summary>Against @mcap/core, the implementation of those who made the format.</summary>
public sealed class McapNodeTests
{
    [Fact]
    public void A_file_of_ours_passes_both_readers_with_their_checksums()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["a.mcap"], SampleFile.Write().Bytes);
        using var found = JsonDocument.Parse(NodeModules.RunOrSkip("read.mjs", folder["a.mcap"]));
        var indexed = found.RootElement.GetProperty("indexed");
        var streamed = found.RootElement.GetProperty("streamed");
        Assert.Equal(SampleFile.ChunkCount, indexed.GetProperty("chunkCount").GetInt32());
        Assert.Equal(20, indexed.GetProperty("messageCount").GetInt32());
        Assert.Equal("7", indexed.GetProperty("metadata")[0].GetProperty("entries").GetProperty("seed").GetString());
        Assert.Equal("01020304050607", indexed.GetProperty("attachments")[0].GetProperty("hex").GetString());
        Assert.True(streamed.GetProperty("isDone").GetBoolean());
        Assert.True(streamed.GetProperty("isDataCrcRight").GetBoolean());
        foreach (var part in new[] { indexed, streamed })
        {
            var messages = part.GetProperty("messages").EnumerateArray().Select(Text);
            Assert.Equal(Enumerable.Range(0, 20).Select(number => Text(SampleFile.Message(number))), messages);
        }
    }

    [Fact]
    public void Payloads_are_decoded_with_the_schema_in_the_file()
    {
        using var folder = new TemporaryFolder();
        WriteSampleMessage(folder["a.mcap"]);
        using var found = JsonDocument.Parse(NodeModules.RunOrSkip("read.mjs", folder["a.mcap"]));
        foreach (var part in new[] { "indexed", "streamed" })
        {
            var message = found.RootElement.GetProperty(part).GetProperty("messages")[0];
            CheckFull(message.GetProperty("value"));
        }
    }

    [Theory]
    [InlineData(true, "")]
    [InlineData(false, "unchunked")]
    [InlineData(false, "nosummary")]
    [InlineData(false, "unchunked nosummary")]
    public void Files_of_theirs_are_read(bool hasIndex, string options)
    {
        using var folder = new TemporaryFolder();
        var words = options.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        NodeModules.RunOrSkip("write.mjs", [folder["a.mcap"], .. words]);
        using var reader = Outcome.Value(McapReader.Open(folder["a.mcap"], McapReadOptions.Any));
        var found = Found.From(reader.Records());
        Assert.Empty(found.Errors);
        Assert.Equal(30, found.Messages.Count);
        Assert.Equal($"1 29 129 29 {Convert.ToHexString("{\"i\":29}"u8)}", found.Messages[29]);
        Assert.Equal(["/a", "/b"], found.Channels.Select(channel => channel.Topic).Distinct());
        Assert.Equal([new McapMetadata("manifest", McapMap.Of(("seed", "7")))], found.Metadata);
        Assert.Equal([$"1 2 notes text/plain {Convert.ToHexString("hello"u8)}"], found.Attachments);
        if (hasIndex)
        {
            var summary = Outcome.Value(reader.Summary());
            var counts = summary.Chunks.Select(index => Outcome.Value(reader.ReadChunk(summary, index)).MessageCount);
            Assert.Equal(30, counts.Sum());
        }
    }

    [Theory]
    [InlineData("lz4")]
    [InlineData("zstd")]
    public void Compressed_files_are_refused_with_what_to_do(string compression)
    {
        using var folder = new TemporaryFolder();
        NodeModules.RunOrSkip("write.mjs", folder["a.mcap"], compression);
        using var reader = Outcome.Value(McapReader.Open(folder["a.mcap"], McapReadOptions.Any));
        var error = Assert.Single(Found.From(reader.Records()).Errors);
        Assert.Equal($"a chunk compressed with '{compression}'", error.Found);
        Assert.Contains("mcap decompress", error.Remedy, StringComparison.Ordinal);
    }

    private static void WriteSampleMessage(string path)
    {
        var schema = ProtobufSchemas.Of(FieldCodec.Describe<SampleMessage>());
        var builder = new McapChunkBuilder();
        builder.Add(new McapSchema(1, schema.Name, ProtobufSchemas.Encoding, schema.Data));
        builder.Add(new McapChannel(1, 1, "/sample", ProtobufSchemas.Encoding, McapMap.Empty));
        builder.AddMessage(1, 0, 1, 2, FieldCodec.Bytes(SampleMessage.Full).AsSpan());
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite);
        using var writer = Outcome.Value(McapWriter.Start(stream, path, SampleFile.Header));
        Outcome.Value(writer.Write(builder.Seal()));
        Outcome.Value(writer.Close());
    }

    private static void CheckFull(JsonElement value)
    {
        var full = SampleMessage.Full;
        Assert.True(value.GetProperty("flag").GetBoolean());
        Assert.Equal(full.Count, value.GetProperty("count").GetInt32());
        Assert.Equal($"{full.Total}", value.GetProperty("total").GetString());
        Assert.Equal($"{full.Identity}", value.GetProperty("identity").GetString());
        Assert.Equal(full.Rate, (float)value.GetProperty("rate").GetDouble());
        Assert.Equal(full.Mean, value.GetProperty("mean").GetDouble());
        Assert.Equal(full.Text, value.GetProperty("text_of_it").GetString());
        Assert.Equal("AQL/", value.GetProperty("raw").GetString());
        Assert.Equal(full.Indices, Items(value, "indices").Select(item => item.GetInt32()));
        Assert.Equal(["-5", "4503599627370496"], Items(value, "offsets").Select(item => item.GetString()));
        Assert.Equal("-Infinity", Items(value, "weights")[^1].GetString());
        Assert.Equal(double.Epsilon, Items(value, "scores")[0].GetDouble());
        Assert.Equal($"{full.Block!.Hash}", value.GetProperty("block").GetString());
        var inside = value.GetProperty("union").GetProperty("inner").GetProperty("message");
        Assert.Equal("inside", inside.GetProperty("text_of_it").GetString());
        Assert.Equal("-3", Items(value, "unions")[1].GetProperty("count").GetProperty("value").GetString());
    }

    private static List<JsonElement> Items(JsonElement value, string name) =>
        [.. value.GetProperty(name).EnumerateArray()];

    private static string Text(JsonElement message) =>
        $"{message.GetProperty("sequence").GetUInt32()} {message.GetProperty("logTime").GetString()} "
        + $"{message.GetProperty("publishTime").GetString()} "
        + message.GetProperty("value").GetProperty("hex").GetString();

    private static string Text(McapMessage message) =>
        $"{message.Sequence} {message.LogTime} {message.PublishTime} {Convert.ToHexString(message.Data.Span)}";
}
