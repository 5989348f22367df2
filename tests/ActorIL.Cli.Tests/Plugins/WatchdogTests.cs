using ActorIL.Cli.Tests.Running;
using ActorIL.PluginTesting;

namespace ActorIL.Cli.Tests.Plugins;

public sealed class WatchdogTests
{
    private static readonly DriftSource Endless = DriftSource.Good with
    {
        Step = "if (++Counter > 2000) { while (Counter > 0) { } }",
        Members = "private static int Counter;",
    };

    [Theory]
    [InlineData("simulation")]
    [InlineData("parallel")]
    public async Task A_step_without_an_end_is_named_and_the_last_checkpoint_goes_on(string host)
    {
        using var folder = new PluginFolder(Endless);
        using var child = folder.Start(
            "--host",
            host,
            "--set",
            "watchdog-seconds=2",
            "--set",
            "checkpoint.interval-updates=1",
            "--set",
            "run.log-level=warning"
        );
        var result = await child.EndAsync();

        Assert.Equal(1, result.Code);
        var text = folder.Text(result with { Out = "" });
        var actor = System.Text.RegularExpressions.Regex.Replace(text, "(block|shard)-[0-9]", "$1-N");
        Snapshot.Matches(actor, host);

        // The same plug-in, mended: another file of the same version.
        folder.Compile("bin", DriftSource.Good);
        var resumed = Invocation.Run("resume", folder.Combine("run"));
        Assert.True(resumed.Code == 0, resumed.Error);
        Assert.Contains("its file is another one", resumed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_first_checkpoint_a_run_begins_again()
    {
        using var folder = new PluginFolder(DriftSource.Good with { Step = "while (position < 1e9) { }" });
        using var child = folder.Start("--set", "watchdog-seconds=1");
        var result = await child.EndAsync();
        Assert.Equal(1, result.Code);
        Assert.Contains("There was no checkpoint yet", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_version_is_not_resumed()
    {
        using var folder = new PluginFolder(Endless);
        using var child = folder.Start("--set", "watchdog-seconds=1", "--set", "checkpoint.interval-updates=1");
        _ = await child.EndAsync();
        folder.Compile("bin", DriftSource.Good with { Version = "2.0.0" });
        Snapshot.Matches(folder.Text(Invocation.Run("resume", folder.Combine("run"))));
        Assert.Equal(0, Invocation.Run("resume", folder.Combine("run"), "--allow-plugin-mismatch").Code);
    }
}
