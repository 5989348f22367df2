using System.Text.Json;
using ActorIL.Actors.Traces;
using ActorIL.Cli.Tests.Running;

namespace ActorIL.Cli.Tests.Traces;

[Collection(RecordedTraces.Name)]
public sealed class TraceInfoTests(RecordedTraces traces)
{
    [Theory]
    [InlineData(TraceLevel.Seed)]
    [InlineData(TraceLevel.Full)]
    public void A_trace_is_summed_up(TraceLevel level)
    {
        var trace = traces.Of(level);
        Snapshot.Matches(Masked.Text(Invocation.Run("trace", "info", trace), trace), TraceLevels.NameOf(level));
    }

    [Theory]
    [InlineData(TraceLevel.Seed)]
    [InlineData(TraceLevel.Keys)]
    [InlineData(TraceLevel.Actions)]
    [InlineData(TraceLevel.Full)]
    public void Every_level_knows_deliveries_seed_digest_and_length(TraceLevel level)
    {
        var trace = traces.Of(level);
        using var verified = Parse(Invocation.Run("trace", "verify", trace, "--json"));
        using var found = Parse(Invocation.Run("trace", "info", trace, "--json"));
        var root = found.RootElement;
        Assert.Equal(verified.RootElement.GetProperty("deliveries").GetInt64(), Number(root, "deliveries"));
        Assert.Equal(verified.RootElement.GetProperty("digest").GetString(), root.GetProperty("digest").GetString());
        Assert.Equal(1UL, root.GetProperty("seed").GetUInt64());
        Assert.Equal(TraceLevels.NameOf(level), root.GetProperty("level").GetString());
        Assert.True(root.GetProperty("closed_cleanly").GetBoolean());
        Assert.Equal(new FileInfo(trace).Length, Number(root, "bytes"));
        var recorded = level == TraceLevel.Seed ? 0 : Number(root, "deliveries");
        Assert.Equal(recorded, Sum(root, "messages_by_type"));
        Assert.Equal(recorded, Sum(root, "actors"));
    }

    [Theory]
    [InlineData(0.999)]
    [InlineData(0.5)]
    public void A_trace_that_was_cut_is_told_as_far_as_it_is_whole(double part)
    {
        var cut = traces.New("mcap");
        var bytes = File.ReadAllBytes(traces.Full);
        File.WriteAllBytes(cut, bytes[..(int)(bytes.Length * part)]);
        var text = Invocation.Run("trace", "info", cut);
        using var found = Parse(Invocation.Run("trace", "info", cut, "--json"));
        var root = found.RootElement;
        Assert.False(root.GetProperty("closed_cleanly").GetBoolean());
        Assert.InRange(Number(root, "whole_bytes"), 1, Number(root, "bytes"));
        Assert.NotNull(root.GetProperty("problem").GetString());
        Assert.Equal(0, text.Code);
        Assert.Contains("trace repair", text.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_trace_is_explained()
    {
        var other = traces.New("mcap");
        File.WriteAllText(other, "not an MCAP file");
        var result = Invocation.Run("trace", "info", other);
        Assert.Equal((1, ""), (result.Code, result.Out));
        Assert.StartsWith("error: ", result.Error, StringComparison.Ordinal);
    }

    private static JsonDocument Parse(Invocation invocation)
    {
        Assert.Equal(0, invocation.Code);
        return JsonDocument.Parse(invocation.Out);
    }

    private static long Number(JsonElement root, string name) => root.GetProperty(name).GetInt64();

    private static long Sum(JsonElement root, string name) =>
        root.GetProperty(name).EnumerateObject().Sum(entry => entry.Value.GetInt64());
}
