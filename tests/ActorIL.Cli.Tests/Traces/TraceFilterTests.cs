using System.Text.Json;
using ActorIL.Actors.Traces;
using ActorIL.Cli.Tests.Running;
using ActorIL.Cli.Traces;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Traces;

namespace ActorIL.Cli.Tests.Traces;

[Collection(RecordedTraces.Name)]
public sealed class TraceFilterTests(RecordedTraces traces)
{
    [Theory]
    [InlineData(TraceLevel.Keys)]
    [InlineData(TraceLevel.Full)]
    public void An_excerpt_has_the_deliveries_that_fit(TraceLevel level)
    {
        var trace = traces.Of(level);
        var excerpt = traces.New("mcap");
        string[] filter = ["--actor", "*/learner", "--from", "update:1"];
        var result = Invocation.Run(["trace", "filter", trace, "--out", excerpt, .. filter]);
        Assert.Equal((0, ""), (result.Code, result.Error));
        var wanted = Listed(trace, [.. filter]);
        Assert.NotEmpty(wanted);
        Assert.Equal(wanted, Listed(excerpt));
    }

    [Fact]
    public void An_excerpt_is_whole_says_what_it_is_and_has_the_parameters_its_messages_name()
    {
        var excerpt = traces.New("mcap");
        var result = Invocation.Run("trace", "filter", traces.Full, "--out", excerpt, "--message", "shard-*", "--json");
        Assert.Equal((0, ""), (result.Code, result.Error));
        var survey = TraceSurveying.Of(excerpt).Require();
        Assert.True(survey.IsClosed);
        Assert.Equal(traces.Full, survey.Excerpt?.Source);
        Assert.Equal("--message 'shard-*'", survey.Excerpt?.Filter);
        Assert.InRange(survey.RecordedCount, 1, survey.DeliveryCount - 1);
        Assert.InRange(survey.BlockCount, 1, TraceSurveying.Of(traces.Full).Require().BlockCount - 1);
        using var report = JsonDocument.Parse(result.Out);
        Assert.Equal(survey.RecordedCount, report.RootElement.GetProperty("deliveries").GetInt64());
        Assert.Equal(new FileInfo(excerpt).Length, report.RootElement.GetProperty("bytes").GetInt64());
    }

    [Fact]
    public void An_excerpt_of_everything_keeps_every_entry()
    {
        var excerpt = traces.New("mcap");
        Assert.Equal(0, Invocation.Run("trace", "filter", traces.Full, "--out", excerpt).Code);
        var (one, other) = (TraceSurveying.Of(traces.Full).Require(), TraceSurveying.Of(excerpt).Require());
        Assert.Equal(one.Messages, other.Messages);
        Assert.Equal(one.Events, other.Events);
        Assert.Equal(one.Boundaries, other.Boundaries);
        Assert.Equal((one.Chain, one.BlockCount, one.Ending), (other.Chain, other.BlockCount, other.Ending));
    }

    [Fact]
    public void An_excerpt_is_not_computed_again()
    {
        var excerpt = traces.New("mcap");
        Assert.Equal(0, Invocation.Run("trace", "filter", traces.Full, "--out", excerpt, "--to", "40").Code);
        foreach (var verb in new[] { "verify", "step" })
        {
            var result = Invocation.Run("trace", verb, excerpt);
            Assert.Equal(1, result.Code);
            Assert.Contains("an excerpt: --to '40'", result.Error, StringComparison.Ordinal);
        }

        Assert.Equal(1, Invocation.Run("trace", "show", excerpt, "16").Code);
        Assert.Equal(0, Invocation.Run("trace", "show", excerpt, "16", "--recorded").Code);
    }

    [Fact]
    public void A_file_that_is_there_stays_as_it_is()
    {
        var there = traces.New("mcap");
        File.WriteAllText(there, "mine");
        var result = Invocation.Run("trace", "filter", traces.Full, "--out", there);
        Assert.Equal(1, result.Code);
        Assert.Equal("mine", File.ReadAllText(there));
        Snapshot.Matches(result.Text((there, "OUT")));
    }

    [Fact]
    public void A_filter_that_nothing_fits_leaves_no_file()
    {
        var excerpt = traces.New("mcap");
        var result = Invocation.Run("trace", "filter", traces.Full, "--out", excerpt, "--actor", "/nobody");
        Assert.Equal(1, result.Code);
        Assert.Contains("no delivery that fits", result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(excerpt) || File.Exists(excerpt + ".partial"));
    }

    private static (string Key, ulong Hash, int Length)[] Listed(string path, params string[] filter)
    {
        using var trace = TraceReader.Open(path).Require();
        var request = new FilterRequest(
            Actor: filter.ElementAtOrDefault(1),
            Message: null,
            From: filter.ElementAtOrDefault(3),
            To: null,
            Where: null
        );
        var taken = DeliveryFilter.Of(trace, request).Require();
        return
        [
            .. new TraceScan(trace)
                .Deliveries()
                .Where(taken.Takes)
                .Select(delivered => delivered.Record)
                .Select(record => (record.Key.ToString(), record.PayloadHash, record.Payload.Length)),
        ];
    }
}
