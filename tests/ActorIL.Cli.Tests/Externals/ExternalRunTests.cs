using ActorIL.Cli.Tests.Resuming;
using ActorIL.Cli.Tests.Running;

namespace ActorIL.Cli.Tests.Externals;

/// <summary>The main job on an environment in Python: the same configuration, only id and command changed.</summary>
public sealed class ExternalRunTests : IDisposable
{
    private readonly ExternalExperiment _experiment = new();

    public void Dispose() => _experiment.Dispose();

    [Fact]
    public void The_same_job_runs_inside_and_outside_and_is_the_same_however_it_is_carried_out()
    {
        var inside = Run(_experiment.Write("id = CartPole-v1", "inside"), "inside");
        Assert.True(inside.Code == 0, inside.Text());
        var outside = _experiment.WriteOutside();
        var first = Run(outside, "first", "--workers", "2");
        Assert.True(first.Code == 0, first.Text());
        var alone = Run(outside, "alone", "--workers", "1", "--set", "environment.processes=1");
        var simulated = Run(outside, "simulated", "--host", "simulation", "--set", "environment.instances=3");
        Assert.Equal(RunEvidence.Digests(first.Out), RunEvidence.Digests(alone.Out));
        Assert.Equal(RunEvidence.Digests(first.Out), RunEvidence.Digests(simulated.Out));

        var snapshots = Run(_experiment.WriteOutside("restore = snapshots"), "snapshots");
        Assert.True(snapshots.Code == 0, snapshots.Text());
        Assert.Equal(Results(first), Results(snapshots));
    }

    [Fact]
    public void What_is_recorded_needs_no_program()
    {
        var whole = Run(_experiment.WriteOutside(), "run", "--set", "trace.level=full");
        Assert.True(whole.Code == 0, whole.Text());
        var script = _experiment.Combine("cartpole_numpy.py");
        var text = File.ReadAllText(script);
        File.Delete(script);
        var trace = _experiment.Combine("run", "trace.mcap");
        Succeeds("trace", "verify", trace);
        Succeeds("trace", "verify", trace, "--host", "simulation");
        Succeeds("trace", "show", trace, "9");
        Succeeds("trace", "drive", trace, "--actor", "/run/learner/collector/block-0");
        Succeeds("report", _experiment.Combine("run"));
        var watched = Invocation.Run("watch", _experiment.Combine("run"));
        Assert.Equal(1, watched.Code);
        Assert.Contains("cartpole_numpy.py", watched.Error, StringComparison.Ordinal);
        Succeeds("resume", _experiment.Combine("run"));

        var fork = _experiment.Combine("fork");
        var broken = Invocation.Run("trace", "fork", trace, "--at", "update:2", "--out", fork, "--json");
        Assert.Equal(1, broken.Code);
        Assert.Contains("CartPole-v1, ", broken.Error, StringComparison.Ordinal);
        Assert.Contains("cartpole_numpy.py", broken.Error, StringComparison.Ordinal);
        Succeeds("trace", "verify", Path.Combine(fork, "trace.mcap"));

        File.WriteAllText(script, text);
        var resumed = Invocation.Run("resume", fork, "--json");
        Assert.True(resumed.Code == 0, resumed.Text());
        Assert.Equal(Results(whole), Results(resumed));
    }

    [Fact]
    public async Task A_killed_run_goes_on_to_the_same_end()
    {
        var configuration = _experiment.WriteOutside();
        var whole = Run(configuration, "whole");
        Assert.True(whole.Code == 0, whole.Text());
        foreach (var restore in (string[])["actions", "snapshots"])
        {
            var folder = _experiment.Combine(restore);
            BrokenRun.Break(
                folder,
                () => HasState(folder),
                "run",
                configuration,
                "--set",
                $"environment.restore={restore}",
                "--out",
                folder
            );
            var resumed = Invocation.Run("resume", folder, "--json");
            Assert.True(resumed.Code == 0, resumed.Text());
            Assert.Equal(Results(whole), Results(resumed));
            Succeeds("trace", "verify", Path.Combine(folder, "trace.mcap"));
            if (restore == "actions")
            {
                RunEvidence.IsAs(_experiment.Combine("whole"), folder, resumed);
            }
        }

        await Leftovers.NoneAsync(_experiment.Folder);
    }

    [Fact]
    public void A_program_of_another_version_is_refused()
    {
        var folder = _experiment.Combine("run");
        var configuration = _experiment.WriteFaulty("none", isOnce: false);
        BrokenRun.Break(folder, () => HasState(folder), "run", configuration, "--out", folder);
        var script = _experiment.Combine("faulty.py");
        var text = File.ReadAllText(script);
        File.WriteAllText(script, text.Replace("numpy 1", "two", StringComparison.Ordinal));
        var refused = Invocation.Run("resume", folder);
        Assert.Equal(1, refused.Code);
        Assert.Contains("serves CartPole-v1 of version \"two\"", refused.Error, StringComparison.Ordinal);
        Assert.Contains("began with: CartPole-v1 of version \"numpy 1\"", refused.Error, StringComparison.Ordinal);
        File.WriteAllText(script, text);
        Succeeds("resume", folder);
    }

    [Fact]
    public void A_program_that_is_not_there_is_an_error_of_the_configuration()
    {
        var missing = Run(_experiment.Write("id = external, command = [\"no-such-program-here\"]"), "run");
        Assert.Equal(1, missing.Code);
        Assert.Contains("no-such-program-here", missing.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_experiment.Combine("run")));
        var none = Run(_experiment.Write("id = external"), "run");
        Assert.Contains("environment.command", none.Error, StringComparison.Ordinal);
    }

    private static bool HasState(string folder) => File.Exists(Path.Combine(folder, "state.safetensors"));

    private static string Results(Invocation run) => RunEvidence.Digests(run.Out).Split(' ', 2)[1];

    private static void Succeeds(params string[] arguments)
    {
        var result = Invocation.Run(arguments);
        Assert.True(result.Code == 0, $"{string.Join(' ', arguments)}: {result.Text()}");
    }

    private Invocation Run(string configuration, string folder, params string[] flags) =>
        Invocation.Run(["run", configuration, "--out", _experiment.Combine(folder), "--json", .. flags]);
}
