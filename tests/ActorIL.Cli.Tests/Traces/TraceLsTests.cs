using System.Text.Json;
using ActorIL.Cli.Tests.Running;

namespace ActorIL.Cli.Tests.Traces;

[Collection(RecordedTraces.Name)]
public sealed class TraceLsTests(RecordedTraces traces)
{
    [Fact]
    public void Deliveries_events_and_boundaries_are_listed() =>
        Snapshot.Matches(
            Masked.Text(Invocation.Run("trace", "ls", traces.Actions, "--events", "--limit", "30"), traces.Actions)
        );

    [Fact]
    public void A_limit_says_how_much_it_leaves_out()
    {
        using var some = Json("--limit", "10");
        using var all = Json("--limit", "1000");
        Assert.Equal(10, some.RootElement.GetProperty("entries").GetArrayLength());
        Assert.Equal(Shown(all), Shown(some) + some.RootElement.GetProperty("left_out").GetInt64());
        Assert.Equal(0, all.RootElement.GetProperty("left_out").GetInt64());
    }

    [Fact]
    public void Filters_take_what_they_say()
    {
        Assert.All(Entries("--actor", "/run/learner"), entry => Assert.Contains("/run/learner", Ends(entry)));
        Assert.All(
            Entries("--message", "*.rolled"),
            entry => Assert.Equal("learner-message.rolled/1", Text(entry, "message"))
        );
        Assert.Equal(Entries("--message", "*.rolled").Length, Entries("--message", "learner-message.rolled/1").Length);
        Assert.All(Entries("--from", "20", "--to", "30"), entry => Assert.InRange(Number(entry, "ordinal"), 20, 30));
        Assert.Equal(11, Entries("--from", "20", "--to", "30").Length);
        Assert.All(
            Entries("--where", "tick > 100 and from contains shard"),
            entry =>
                Assert.True(
                    Number(entry, "tick") > 100 && Text(entry, "from").Contains("shard", StringComparison.Ordinal)
                )
        );
        Assert.NotEmpty(Entries("--where", "rolled.collected.rollout.rewards contains 1 and ordinal <= 30"));
        Assert.Empty(Entries("--where", "rolled.collected.rollout.rewards contains 2"));
    }

    [Fact]
    public void A_field_that_no_delivery_has_is_pointed_out()
    {
        var result = Invocation.Run("trace", "ls", traces.Actions, "--where", "rolled.colected = 1");
        Assert.Equal(0, result.Code);
        Assert.Contains("the field rolled.colected", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_level_without_deliveries_says_so() =>
        Assert.Contains("level seed", Invocation.Run("trace", "ls", traces.Seed).Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("position", "--from", "5.5.")]
    [InlineData("round", "--from", "128.7")]
    [InlineData("boundary", "--to", "update:99")]
    [InlineData("episode", "--to", "episode:99999")]
    [InlineData("operator", "--where", "tick == 3")]
    [InlineData("value", "--where", "tick =")]
    [InlineData("joint", "--where", "tick = 3 or micro = 1")]
    public void A_mistake_is_explained(string name, string flag, string value)
    {
        var result = Invocation.Run("trace", "ls", traces.Actions, flag, value);
        Assert.Equal(1, result.Code);
        Snapshot.Matches(result.Text((traces.Actions, "TRACE")), name);
    }

    [Fact]
    public void A_stretch_that_ends_before_it_begins_is_refused() =>
        Assert.Equal(1, Invocation.Run("trace", "ls", traces.Actions, "--from", "30", "--to", "20").Code);

    private JsonDocument Json(params string[] arguments)
    {
        var result = Invocation.Run(["trace", "ls", traces.Actions, "--json", .. arguments]);
        Assert.Equal((0, ""), (result.Code, result.Error));
        return JsonDocument.Parse(result.Out);
    }

    private JsonElement[] Entries(params string[] arguments)
    {
        using var document = Json([.. arguments, "--limit", "1000"]);
        return [.. document.RootElement.GetProperty("entries").EnumerateArray().Select(entry => entry.Clone())];
    }

    private static long Shown(JsonDocument document) => document.RootElement.GetProperty("shown").GetInt64();

    private static string[] Ends(JsonElement entry) => [Text(entry, "from"), Text(entry, "to")];

    private static string Text(JsonElement entry, string name) => entry.GetProperty(name).GetString() ?? "";

    private static long Number(JsonElement entry, string name) => entry.GetProperty(name).GetInt64();
}
