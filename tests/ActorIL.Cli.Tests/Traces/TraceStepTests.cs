using System.Globalization;
using System.Text.Json;
using ActorIL.Actors.Traces;
using ActorIL.Cli.CommandLine;
using ActorIL.Cli.Plugins;
using ActorIL.Cli.Terminals;
using ActorIL.Cli.Tests.Running;
using ActorIL.Cli.Traces;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Traces;

namespace ActorIL.Cli.Tests.Traces;

[Collection(RecordedTraces.Name)]
public sealed class TraceStepTests(RecordedTraces traces)
{
    [Fact]
    public void Commands_from_a_pipe_are_done_one_by_one() =>
        Snapshot.Matches(
            Masked.Mask(
                Step(traces.Keys, "help", "n", "", "seek update:2", "back 3", "where", "seek 99", "show", "actors", "q")
                    .Text()
            )
        );

    [Fact]
    public void A_command_that_cannot_be_done_is_explained()
    {
        var result = Step(
            traces.Keys,
            "show",
            "bak",
            "back",
            "next 5000",
            "seek nowhere",
            "until tick ==",
            "until a = 1"
        );
        Assert.Equal(1, result.Code);
        Snapshot.Matches(result.Text((traces.Keys, "TRACE")));
    }

    [Theory]
    [InlineData(TraceLevel.Seed)]
    [InlineData(TraceLevel.Full)]
    public void Walking_forwards_meets_every_delivery_of_the_trace(TraceLevel level)
    {
        using var walk = Start(traces.Of(level));
        var walked = new List<DeliveryRecord>();
        while (walk.Next())
        {
            walked.Add(walk.Current!.Record);
        }

        using var trace = TraceReader.Open(traces.Full).Require();
        var recorded = new TraceScan(trace).Deliveries().Select(delivered => delivered.Record).ToArray();
        Assert.Equal(recorded.Length, walked.Count);
        Assert.All(recorded, (record, index) => Assert.True(RoundDifference.AreSame(record, walked[index])));
        Assert.Equal(recorded.Select(record => record.ToPath), walked.Select(record => record.ToPath));
    }

    [Fact]
    public void Jumping_about_comes_to_the_same_states_as_walking()
    {
        using var straight = Start(traces.Keys);
        var states = new Dictionary<long, string>();
        while (straight.Next())
        {
            states[straight.Ordinal] = States(straight);
        }

        using var jumping = Start(traces.Keys);
        for (var i = 1; i <= 30; i++)
        {
            // Far back and forth, near each other now and then.
            var ordinal = 1 + (i * i * 89L % states.Count);
            Assert.True(jumping.Seek(ordinal).Require());
            Assert.Equal(ordinal, jumping.Ordinal);
            Assert.Equal(states[ordinal], States(jumping));
        }
    }

    [Fact]
    public void States_at_update_boundaries_are_those_the_trace_has_digests_of()
    {
        using var trace = TraceReader.Open(traces.Seed).Require();
        using var walk = Start(traces.Seed);
        foreach (var digests in new TraceScan(trace).Entries().Select(entry => entry.Digests).OfType<DigestRecord>())
        {
            Assert.True(walk.Seek(digests.Ordinal).Require());
            Assert.Equal(
                digests.Actors.Select(actor => (actor.Path, actor.StateHash)),
                walk.Actors.Select(actor => (actor.Path, actor.StateHash))
            );
        }
    }

    [Fact]
    public void Going_on_until_something_is_true_stops_there()
    {
        var lines = Step(traces.Seed, "until message contains visited", "until tick > 400", "back").Out.Split('\n');
        Assert.Contains("dagger-message.visited/1", lines[0], StringComparison.Ordinal);
        Assert.Equal(Ordinal(lines[1]) - 1, Ordinal(lines[2]));
    }

    [Fact]
    public void Programs_read_one_object_for_each_command()
    {
        var result = Step(traces.Keys, json: true, "next", "show", "where", "actors", "nonsense");
        var lines = result.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal((1, "", 5), (result.Code, result.Error, lines.Length));
        using var shown = JsonDocument.Parse(lines[1]);
        Assert.Equal("show", shown.RootElement.GetProperty("command").GetString());
        Assert.Equal(JsonValueKind.Object, shown.RootElement.GetProperty("step").ValueKind);
        using var actors = JsonDocument.Parse(lines[3]);
        Assert.NotEqual(0, actors.RootElement.GetProperty("actors").GetArrayLength());
        using var refused = JsonDocument.Parse(lines[4]);
        Assert.NotNull(refused.RootElement.GetProperty("error").GetString());
    }

    [Fact]
    public void Snapshots_are_thinned_evenly_and_never_too_many()
    {
        using var walk = Start(traces.Keys);
        while (walk.Next())
        {
            // On to the end.
        }

        Assert.InRange(walk.SnapshotCount, 2, SnapshotShelf.CountMax);
    }

    private static long Ordinal(string line) => long.Parse(line.Split(' ')[0], CultureInfo.InvariantCulture);

    private static string States(RunWalk walk) =>
        string.Join(' ', walk.Actors.Select(actor => $"{actor.Path}={actor.StateHash:x16}"));

    private static RunWalk Start(string path) =>
        ReplayedRun
            .Open(path, new ProgramPlugins(ProgramCatalog.Shipped()))
            .Match(run => RunWalk.Start(run), _ => throw new InvalidOperationException(path))
            .Require();

    private static Invocation Step(string trace, params string[] commands) => Step(trace, json: false, commands);

    private static Invocation Step(string trace, bool json, params string[] commands)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var input = new StringReader(string.Join('\n', commands));
        var terminal = new Terminal(output, error, _ => null, TimeProvider.System) { In = input };
        string[] flags = json ? ["--json"] : [];
        var code = ActorIlProgram.Run(["trace", "step", trace, .. flags], terminal);
        return new((int)code, output.ToString(), error.ToString());
    }
}
