using ActorIL.Actors.Driving;
using ActorIL.Actors.Effects;
using ActorIL.Actors.Supervision;
using ActorIL.Actors.Traces;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Traces;

namespace ActorIL.Storage.Tests.Traces;

public sealed class TraceDriveTests
{
    [Theory]
    [InlineData("/root", 0, Directive.Resume)]
    [InlineData("/root/a", 0, Directive.Resume)]
    [InlineData("/root/b", 0, Directive.Resume)]
    [InlineData("/root", 5, Directive.Resume)]
    [InlineData("/root/a", 5, Directive.Resume)]
    [InlineData("/root/a", 5, Directive.Restart)]
    [InlineData("/root/b", 5, Directive.Restart)]
    [InlineData("/root/a", 5, Directive.Stop)]
    public void An_actor_alone_does_what_it_did_in_history(string path, int failsAt, Directive answer)
    {
        var root = Root() with
        {
            Child = new Receiver { FailsAt = failsAt },
            Answer = answer,
        };
        var report = Outcome.Value(Drive(root, root, path));
        Assert.Empty(report.Mismatches);
        Assert.True(report.SameCount > 0);
        Assert.True(report.DigestCount > 0 || answer == Directive.Stop);
        Assert.Equal(failsAt > 0 && path != "/root" ? 1 : 0, report.FailureCount);
    }

    [Fact]
    public void Another_content_is_named_field_by_field()
    {
        var code = Root() with
        {
            Script = tick =>
                tick == 5 ? [new("a", Signal.Of("ask outside", 5, 1)), .. SmallTrace.Plain(5)] : Root().Script(tick),
        };
        var report = Outcome.Value(Drive(Root(), code, "/root"));
        var mismatch = Assert.Single(report.Mismatches);
        Assert.Equal("it sends another test-signal/1 to /root/a", mismatch.What);
        Assert.Equal(("reward", "0", "1"), Text(mismatch));
    }

    [Fact]
    public void What_is_sent_on_one_side_alone_is_named()
    {
        var less = Root() with { Script = tick => tick == 5 ? SmallTrace.Plain(5) : Root().Script(tick) };
        var report = Outcome.Value(Drive(Root(), less, "/root"));
        Assert.Equal("it does not send a test-signal/1 to /root/a", Assert.Single(report.Mismatches).What);
        report = Outcome.Value(Drive(less, Root(), "/root"));
        Assert.Equal("it sends a test-signal/1 that history does not have", Assert.Single(report.Mismatches).What);
    }

    [Fact]
    public void A_failure_on_one_side_alone_is_named()
    {
        var failing = Root() with { Child = new Receiver { FailsAt = 5 } };
        var report = Outcome.Value(Drive(failing, Root(), "/root/a"));
        Assert.StartsWith("it does not fail as in history", report.Mismatches[0].What, StringComparison.Ordinal);
        report = Outcome.Value(Drive(Root(), failing, "/root/a"));
        Assert.Contains(
            report.Mismatches,
            mismatch => mismatch.What.StartsWith("it fails where history did not", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Who_is_not_there_or_was_not_recorded_is_refused()
    {
        Assert.Equal("no such actor", Outcome.Error(Drive(Root(), Root(), "/other")).Found);
        Assert.Equal("no such actor", Outcome.Error(Drive(Root(), Root(), "/root/a/b")).Found);
        Assert.Equal("nothing of /root/c", Outcome.Error(Drive(Root(), Root(), "/root/c")).Found);
        var error = Outcome.Error(Drive(Root(), Root(), "/root/a", TraceLevel.Actions));
        Assert.Equal("a trace of level full", error.Wanted);
    }

    private static Sender Root() =>
        SmallTrace.Root() with
        {
            Script = tick => [new("a", Signal.Of("ask outside", tick)), .. SmallTrace.Plain(tick)],
        };

    private static (string Path, string One, string Other) Text(DriveMismatch mismatch)
    {
        var field = Assert.Single(mismatch.Fields);
        return (field.Path, field.One!.Value.Text, field.Other!.Value.Text);
    }

    private static Result<DriveReport, Error> Drive(
        Sender history,
        Sender code,
        string path,
        TraceLevel level = TraceLevel.Full
    )
    {
        using var folder = new TemporaryFolder();
        var settings = SmallTrace.Settings with
        {
            Interpreter = _ => () => new ExternalOutcome.Completed(Signal.Of("outside", 1, 3)),
        };
        SmallTrace.Record(folder["a.mcap"], history, SmallTrace.Recording(level), settings);
        return ActorDrive
            .Of(code, SmallTrace.Settings, path)
            .Then(drive =>
            {
                using var trace = Outcome.Value(TraceReader.Open(folder["a.mcap"]));
                return TraceDrive.Run(trace, drive, path);
            });
    }
}
