using System.Text.Json;
using ActorIL.Actors.Traces;
using ActorIL.Cli.Tests.Running;

namespace ActorIL.Cli.Tests.Traces;

[Collection(RecordedTraces.Name)]
public sealed class TraceShowTests(RecordedTraces traces)
{
    private const string Rollout = "update:2";

    [Theory]
    [InlineData(TraceLevel.Keys)]
    [InlineData(TraceLevel.Full)]
    public void A_delivery_is_shown_from_all_sides(TraceLevel level)
    {
        var trace = traces.Of(level);
        Snapshot.Matches(
            Masked.Text(Invocation.Run("trace", "show", trace, Rollout), trace),
            TraceLevels.NameOf(level)
        );
    }

    [Fact]
    public void What_was_recorded_is_shown_without_computing() =>
        Snapshot.Matches(
            Masked.Text(Invocation.Run("trace", "show", traces.Actions, "11", "--recorded"), traces.Actions)
        );

    [Fact]
    public void Every_level_comes_to_the_same_step()
    {
        var steps = new[] { TraceLevel.Keys, TraceLevel.Actions, TraceLevel.Full }
            .Select(level => Json(traces.Of(level), Rollout).GetProperty("step").GetRawText())
            .Distinct()
            .ToArray();
        Assert.Single(steps);
        using var step = JsonDocument.Parse(steps[0]);
        Assert.True(step.RootElement.GetProperty("message_is_as_recorded").GetBoolean());
        Assert.True(step.RootElement.GetProperty("deterministic").GetBoolean());
        Assert.NotEmpty(step.RootElement.GetProperty("changed").EnumerateArray());
    }

    [Fact]
    public void A_whole_payload_that_was_recorded_is_the_one_computed_again()
    {
        var root = Json(traces.Full, Rollout);
        Assert.Equal("whole", root.GetProperty("payload_is").GetString());
        Assert.Equal(
            root.GetProperty("payload").GetRawText(),
            root.GetProperty("step")
                .GetProperty("message")
                .GetRawText()
                .Replace("\n    ", "\n  ", StringComparison.Ordinal),
            ignoreAllWhiteSpace: true
        );
        Assert.Equal("part", Json(traces.Actions, Rollout).GetProperty("payload_is").GetString());
        Assert.Equal("absent", Json(traces.Keys, Rollout).GetProperty("payload_is").GetString());
    }

    [Fact]
    public void Causes_lead_back_through_the_trace()
    {
        var causes = Json(traces.Keys, "100", "--recorded").GetProperty("causes").EnumerateArray().ToArray();
        Assert.Equal(5, causes.Length);
        for (var i = 1; i < causes.Length; i++)
        {
            Assert.True(causes[i].GetProperty("ordinal").GetInt64() < causes[i - 1].GetProperty("ordinal").GetInt64());
        }
    }

    [Theory]
    [InlineData("beyond-the-end", "99999")]
    [InlineData("no-position", "here")]
    public void A_delivery_that_is_not_there_is_explained(string name, string position)
    {
        var result = Invocation.Run("trace", "show", traces.Full, position);
        Assert.Equal(1, result.Code);
        Snapshot.Matches(result.Text((traces.Full, "TRACE")), name);
    }

    [Fact]
    public void A_level_without_deliveries_says_what_to_do() =>
        Assert.Contains(
            "`actoril trace step`",
            Invocation.Run("trace", "show", traces.Seed, "5").Error,
            StringComparison.Ordinal
        );

    private static JsonElement Json(string trace, string position, params string[] flags)
    {
        var result = Invocation.Run(["trace", "show", trace, position, "--json", .. flags]);
        Assert.Equal((0, ""), (result.Code, result.Error));
        using var document = JsonDocument.Parse(result.Out);
        return document.RootElement.Clone();
    }
}
