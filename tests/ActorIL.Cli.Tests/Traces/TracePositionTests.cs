using ActorIL.Actors.Traces;
using ActorIL.Cli.Traces;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Traces;

namespace ActorIL.Cli.Tests.Traces;

[Collection(RecordedTraces.Name)]
public sealed class TracePositionTests(RecordedTraces traces)
{
    [Theory]
    [InlineData("1234")]
    [InlineData("17.3")]
    [InlineData("update:12")]
    [InlineData("episode:3")]
    [InlineData("64.1 366ab11dad0fd02e->b9541543da08e0b0#3")]
    public void A_position_is_written_as_it_is_read(string text) =>
        Assert.Equal(text, TracePosition.Parse("KEY", text).Require().ToString());

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1.2.3")]
    [InlineData("1.99999999999")]
    [InlineData("update:0")]
    [InlineData("update:")]
    [InlineData("episode:x")]
    [InlineData("64.1 366ab11dad0fd02e->b9541543da08e0b0")]
    [InlineData("99999999999999999999")]
    public void Anything_else_is_refused(string text) =>
        Assert.True(TracePosition.Parse("KEY", text).Match(_ => false, error => error.Wanted == TracePosition.Forms));

    [Fact]
    public void A_whole_key_finds_its_delivery()
    {
        using var trace = TraceReader.Open(traces.Keys).Require();
        var some = new TraceScan(trace).Deliveries().Where(delivered => delivered.Record.Ordinal % 40 == 7).ToArray();
        Assert.NotEmpty(some);
        Assert.All(
            some,
            delivered => Assert.Equal(delivered.Record.Ordinal, Find(trace, delivered.Record.Key.ToString()).First)
        );
    }

    [Fact]
    public void A_round_is_all_of_its_deliveries()
    {
        using var trace = TraceReader.Open(traces.Keys).Require();
        var deliveries = new TraceScan(trace).Deliveries().Select(delivered => delivered.Record).ToArray();
        var round = deliveries.GroupBy(record => (record.Tick, record.Micro)).First(group => group.Count() > 1);
        var found = Find(trace, $"{round.Key.Tick}.{round.Key.Micro}");
        Assert.Equal((round.First().Ordinal, round.Last().Ordinal), (found.First, found.Last));
    }

    [Theory]
    [InlineData(TraceLevel.Seed)]
    [InlineData(TraceLevel.Full)]
    public void An_update_is_where_its_digests_are(TraceLevel level)
    {
        using var trace = TraceReader.Open(traces.Of(level)).Require();
        var boundaries = new TraceScan(trace).Entries().Select(entry => entry.Digests).OfType<DigestRecord>().ToArray();
        Assert.NotEmpty(boundaries);
        Assert.All(boundaries, record => Assert.Equal(record.Ordinal, Find(trace, $"update:{record.Count}").First));
    }

    [Fact]
    public void Episodes_are_counted_over_rollouts()
    {
        using var trace = TraceReader.Open(traces.Actions).Require();
        var count = 0;
        foreach (var delivered in new TraceScan(trace).Deliveries().Where(IsRollout))
        {
            var endings = FieldTree
                .Read(delivered.Record.Payload.AsSpan(), delivered.Channel.Payload)
                .Then(node => FieldPath.Find(node, "rolled.collected.rollout.endings"))
                .Map(node => FieldLeaves.Of(node).Single().Text)
                .Require();
            var ended = Convert.FromHexString(endings).Count(ending => ending != 0);
            Assert.Equal(delivered.Record.Ordinal, Find(trace, $"episode:{count + 1}").First);
            count += ended;
            Assert.Equal(delivered.Record.Ordinal, Find(trace, $"episode:{count}").First);
        }

        Assert.True(count > 0);
    }

    [Fact]
    public void What_a_level_does_not_hold_is_named()
    {
        using var trace = TraceReader.Open(traces.Keys).Require();
        var found = TracePosition.Parse("KEY", "episode:1").Then(position => PositionSearch.Find(trace, position));
        Assert.Contains("level keys", found.Match(_ => "", error => error.Found), StringComparison.Ordinal);
    }

    private static bool IsRollout(TraceEntry.Delivered delivered) =>
        delivered.Channel.MessageOf(delivered.Record) == "learner-message.rolled/1";

    private static TraceStretch Find(TraceReader trace, string text) =>
        TracePosition.Parse("KEY", text).Then(position => PositionSearch.Find(trace, position)).Require();
}
