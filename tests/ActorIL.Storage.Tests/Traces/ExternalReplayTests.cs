using ActorIL.Actors.Effects;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Supervision;
using ActorIL.Actors.Traces;
using ActorIL.Core.Fields;
using ActorIL.Storage.Traces;

namespace ActorIL.Storage.Tests.Traces;

/// <summary>What comes from outside is recorded at every level, and a replay takes it from the trace.</summary>
public sealed class ExternalReplayTests
{
    [Theory]
    [InlineData(TraceLevel.Seed)]
    [InlineData(TraceLevel.Keys)]
    [InlineData(TraceLevel.Actions)]
    [InlineData(TraceLevel.Full)]
    public void A_run_that_asks_the_world_outside_is_computed_again_without_it(TraceLevel level)
    {
        using var folder = new TemporaryFolder();
        SmallTrace.Record(folder["a.mcap"], Root(), SmallTrace.Recording(level), World());
        SmallTrace.Record(folder["b.mcap"], Root(), SmallTrace.Recording(level), World());
        Assert.Null(SmallTrace.Verify(folder["a.mcap"], Root(), NoWorld));
        Assert.Null(SmallTrace.Verify(folder["b.mcap"], Root(), NoWorld));

        // The world was another one, so the test can fail.
        Assert.NotEqual(Results(folder["a.mcap"]), Results(folder["b.mcap"]));
        Assert.Equal(12, Results(folder["a.mcap"]).Count);
    }

    [Fact]
    public void Results_that_reach_an_actor_late_or_never_are_no_obstacle()
    {
        // An actor that starts anew has forgotten what it asked for: the answer is a dead letter.
        var root = Root() with
        {
            Child = new Receiver { FailsAt = 5 },
            Answer = Directive.Restart,
        };
        using var folder = new TemporaryFolder();
        SmallTrace.Record(folder["a.mcap"], root, SmallTrace.Recording(TraceLevel.Keys), World());
        Assert.Null(SmallTrace.Verify(folder["a.mcap"], root, NoWorld));
        Assert.True(Results(folder["a.mcap"]).Count < 12);
    }

    [Fact]
    public void What_history_was_not_given_ends_the_replay()
    {
        using var folder = new TemporaryFolder();
        SmallTrace.Record(folder["a.mcap"], SmallTrace.Root(), SmallTrace.Recording(TraceLevel.Seed));
        using var externals = new RecordedExternals(() => Entries(folder["a.mcap"]));
        var host = new SimulationHost(Root(), NoWorld with { RecordedResults = externals.Find });
        var error = host.Run().Match<Core.Prelude.Error?>(_ => null, _ => null, _ => null, faulted => faulted.Error);
        Assert.StartsWith("no result from outside for", error!.Found, StringComparison.Ordinal);
    }

    private static KernelSettings NoWorld { get; } =
        SmallTrace.Settings with
        {
            Interpreter = _ => throw new InvalidOperationException("A replay asks nobody."),
        };

    private static KernelSettings World() =>
        SmallTrace.Settings with
        {
            Interpreter = _ =>
            {
                var reward = BitConverter.ToUInt16(Guid.NewGuid().ToByteArray()) / 65_536f;
                var block = ParameterBlock.Copy([reward, reward]);
                return () => new ExternalOutcome.Completed(new Signal("outside", 0, reward, [reward], block));
            },
        };

    private static Sender Root() =>
        SmallTrace.Root() with
        {
            Script = tick => [.. SmallTrace.Plain(tick), new("a", Signal.Of("ask outside", tick))],
        };

    private static List<ulong> Results(string path) =>
        [
            .. SmallTrace
                .Read(path)
                .Entries.Where(entry => entry.Delivery is { Record.IsExternal: true })
                .Select(entry => entry.Delivery!.Record.PayloadHash),
        ];

    private static IEnumerable<Core.Prelude.Result<TraceEntry, Core.Prelude.Error>> Entries(string path)
    {
        using var trace = Outcome.Value(TraceReader.Open(path));
        foreach (var entry in trace.Entries())
        {
            yield return entry;
        }
    }
}
