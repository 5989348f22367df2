using System.Text.RegularExpressions;
using ActorIL.Cli.Tests.Resuming;
using ActorIL.Cli.Tests.Running;
using ActorIL.Testing;

namespace ActorIL.Cli.Tests.Stages;

/// <summary>A run needs the files it read no more once it has begun.</summary>
public sealed class InputTests(StagedRuns runs) : IClassFixture<StagedRuns>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_run_verifies_and_forks_without_the_file_it_started_from()
    {
        var (clone, folder) = (Copy(runs.Clone, "bc.safetensors"), _folder.Combine("warm"));
        var result = Warm(clone, folder);
        File.Delete(clone);
        Verifies(folder);
        var fork = Invocation.Run([
            "trace",
            "fork",
            Trace(folder),
            "--at",
            "update:2",
            "--set",
            "ppo.clip=0.1",
            "--out",
            _folder.Combine("fork"),
        ]);
        Assert.True(fork.Code == 0, fork.Error);
        Verifies(_folder.Combine("fork"));
        Assert.NotEqual("", StagedRuns.Figure(result, "digest"));
    }

    [Fact]
    public void A_run_of_a_data_set_verifies_and_begins_anew_without_it()
    {
        var (data, folder) = (Copy(runs.Demonstrations, "data.npz"), _folder.Combine("bc"));
        File.Copy(Path.ChangeExtension(runs.Demonstrations, ".json"), Path.ChangeExtension(data, ".json"));
        var result = Run(["bc", "--demo-path", data, "--epochs", "1", .. StagedRuns.Quick, "--save-path", folder]);
        File.Delete(data);
        File.WriteAllText(Path.ChangeExtension(data, ".json"), "{}");
        Verifies(folder);
        File.Delete(Path.Combine(folder, "summary.json"));
        var again = Run("resume", folder);
        Assert.Equal(StagedRuns.Figure(result, "digest"), StagedRuns.Figure(again, "digest"));
    }

    [Fact]
    public void A_killed_run_goes_on_without_its_file_and_ends_with_the_same_digest()
    {
        string[] longer = ["--total-timesteps", "40000", "--set", "checkpoint.interval-updates=3"];
        var clone = Copy(runs.Clone, "bc.safetensors");
        var whole = Warm(clone, _folder.Combine("whole"), longer);
        var parent = _folder.Combine("runs");
        Directory.CreateDirectory(parent);
        var folder = Path.Combine(parent, "killed");
        BrokenRun.Break(
            folder,
            () => File.Exists(Path.Combine(folder, "state.safetensors")),
            WarmLine(clone, folder, longer)
        );
        File.Delete(clone);
        var resumed = Run("ppo", "--resume", parent, "--workers", "1");
        Assert.Contains($"resuming {folder}\n", resumed.Error, StringComparison.Ordinal);
        Assert.Contains("resumed after delivery", resumed.Error, StringComparison.Ordinal);
        Assert.Equal(StagedRuns.Figure(whole, "digest"), StagedRuns.Figure(resumed, "digest"));
        Assert.Equal(StagedRuns.Figure(whole, "weights digest"), StagedRuns.Figure(resumed, "weights digest"));
    }

    [Fact]
    public void Another_content_is_another_computation_and_another_place_is_not()
    {
        var first = Warm(Copy(runs.Clone, "a.safetensors"), _folder.Combine("first"));
        var moved = Warm(Copy(runs.Clone, "b.safetensors"), _folder.Combine("moved"));
        Assert.Equal(Hash("first"), Hash("moved"));
        Assert.Equal(StagedRuns.Figure(first, "digest"), StagedRuns.Figure(moved, "digest"));
        var other = Warm(
            Path.Combine(runs.Path("expert"), "checkpoints", "expert-final.safetensors"),
            _folder.Combine("other")
        );
        Assert.NotEqual(Hash("first"), Hash("other"));
        Assert.NotEqual(StagedRuns.Figure(first, "digest"), StagedRuns.Figure(other, "digest"));
    }

    [Fact]
    public void Another_file_at_the_recorded_place_is_refused_by_name()
    {
        var clone = Copy(runs.Clone, "bc.safetensors");
        _ = Warm(clone, _folder.Combine("first"));
        File.Copy(runs.ExpertCheckpoint, clone, overwrite: true);
        var configuration = _folder.Combine("again.conf");
        File.Copy(Path.Combine(_folder.Combine("first"), "config.conf"), configuration);
        var result = Invocation.Run("run", configuration, "--out", _folder.Combine("again"));
        Assert.Equal(1, result.Code);
        Snapshot.Matches(Regex.Replace(result.Text((_folder.Folder, "{folder}")), "[0-9a-f]{12}\\.\\.\\.", "HASH..."));
    }

    private string Copy(string file, string name)
    {
        var copy = _folder.Combine(name);
        File.Copy(file, copy, overwrite: true);
        return copy;
    }

    private Invocation Warm(string clone, string folder, params string[] more) => Run(WarmLine(clone, folder, more));

    private string[] WarmLine(string clone, string folder, string[] more) =>
        [
            "ppo",
            runs.Configuration,
            "--init-from",
            clone,
            "--critic-warmup-updates",
            "2",
            "--save-path",
            folder,
            .. more,
        ];

    private string Hash(string name) => File.ReadAllLines(Path.Combine(_folder.Combine(name), "config.conf"))[1];

    private static string Trace(string folder) => Path.Combine(folder, "trace.mcap");

    private static void Verifies(string folder)
    {
        var result = Invocation.Run("trace", "verify", Trace(folder));
        Assert.True(result.Code == 0, result.Text());
    }

    private static Invocation Run(params string[] arguments)
    {
        var result = Invocation.Run(arguments);
        Assert.True(result.Code == 0, result.Error);
        return result;
    }
}
