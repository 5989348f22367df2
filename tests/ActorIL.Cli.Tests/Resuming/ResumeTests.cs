using System.Text.RegularExpressions;
using ActorIL.Cli.Tests.Running;

namespace ActorIL.Cli.Tests.Resuming;

/// <summary>How runs are gone on with, each broken off in another way.</summary>
public sealed class ResumeTests(BrokenRun broken) : IClassFixture<BrokenRun>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_finished_run_is_left_as_it_is()
    {
        var before = File.ReadAllBytes(broken.Whole.File("trace.mcap"));
        var result = Invocation.Run("resume", broken.Whole.Folder);
        Snapshot.Matches(result.Text((broken.Whole.Folder, "{folder}")));
        Assert.Equal(before, File.ReadAllBytes(broken.Whole.File("trace.mcap")));
    }

    [Fact]
    public void For_a_finished_run_the_object_of_its_end_is_printed()
    {
        var result = Invocation.Run("resume", broken.Whole.Folder, "--json");
        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Equal(File.ReadAllText(broken.Whole.File("summary.json")), result.Out);
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("empty")]
    [InlineData("file")]
    public void What_is_no_run_is_explained(string name)
    {
        Directory.CreateDirectory(_folder.Combine("empty"));
        _folder.Write("file", "text");
        var result = Invocation.Run("resume", _folder.Combine(name));
        Assert.Equal(1, result.Code);
        Snapshot.Matches(result.Text((_folder.Folder, "{folder}")), name);
        Assert.Empty(RunEvidence.Names(_folder.Combine("empty")));
    }

    [Fact]
    public async Task A_run_that_still_runs_is_refused()
    {
        var folder = _folder.Combine("endless");
        using var child = ProgramProcess.Start(
            _folder.Folder,
            "run",
            _folder.Write("endless.conf", SmallExperiments.Endless),
            "--out",
            folder,
            "--json"
        );
        child.WaitForError("parallel host");
        var result = Invocation.Run("resume", folder);
        child.Kill();
        _ = await child.EndAsync();
        var text = result.Text((_folder.Folder, "{folder}"), (Environment.MachineName, "{machine}"));
        Snapshot.Matches(Regex.Replace(text, "process [0-9]+", "process {id}"));
    }

    [Theory]
    [InlineData("--workers", "2")]
    [InlineData("--host", "simulation")]
    public void It_may_be_carried_out_otherwise_than_it_was_begun(string flag, string value)
    {
        var run = broken.CopyTo(_folder);
        RunEvidence.IsAs(broken.Whole.Folder, run, Invocation.Run("resume", run, "--json", flag, value));
    }

    [Fact]
    public void A_lock_of_a_dead_process_does_not_count()
    {
        var run = broken.CopyTo(_folder);
        Assert.Superset(new HashSet<string> { ".lock", ".owner" }, RunEvidence.Names(run).ToHashSet());
        RunEvidence.IsAs(broken.Whole.Folder, run, Invocation.Run("resume", run, "--json"));
    }

    [Fact]
    public void Each_resumption_is_in_the_manifest_and_in_the_log()
    {
        var run = broken.CopyTo(_folder);
        var state = new FileInfo(Path.Combine(run, "state.safetensors"));
        var first = state.LastWriteTimeUtc;
        while (!BrokenRun.TryBreak(run, () => IsNewer(state, first), "resume", run))
        {
            Directory.Delete(run, recursive: true);
            run = broken.CopyTo(_folder);
            first = File.GetLastWriteTimeUtc(state.FullName);
        }

        RunEvidence.IsAs(broken.Whole.Folder, run, Invocation.Run("resume", run, "--json"));
        var kept = RunEvidence.Resumptions(run);
        Assert.Equal(2, kept.Length);
        RunEvidence.Verifies(run);
        Assert.InRange(kept[0], 1, kept[1] - 1);
        var log = File.ReadAllText(Path.Combine(run, "run.log"));
        Assert.All(
            kept,
            delivery => Assert.Matches(FormattableString.Invariant($"INF .*resumed after delivery {delivery}\n"), log)
        );
    }

    [Fact]
    public void Without_checkpoints_it_starts_from_its_beginning()
    {
        var run = _folder.Combine("run");
        BrokenRun.Break(run, () => BrokenRun.HasChunk(run), Run(run, "checkpoint.interval-updates=0"));
        Assert.False(File.Exists(Path.Combine(run, "state.safetensors")));
        RunEvidence.IsAs(broken.Whole.Folder, run, Invocation.Run("resume", run, "--json"));
        Assert.Equal([0], RunEvidence.Resumptions(run));
        RunEvidence.Verifies(run);
    }

    [Fact]
    public void Without_a_trace_it_goes_on_all_the_same()
    {
        var (whole, run) = (_folder.Combine("whole"), _folder.Combine("run"));
        Assert.Equal(0, Invocation.Run(Run(whole, "trace.level=off")).Code);
        var state = Path.Combine(run, "state.safetensors");
        BrokenRun.Break(run, () => File.Exists(state), Run(run, "trace.level=off"));
        RunEvidence.IsAs(whole, run, Invocation.Run("resume", run, "--json"));
        Assert.False(File.Exists(Path.Combine(run, "trace.mcap")));
        Assert.Equal(
            RunEvidence.Digests(File.ReadAllText(broken.Whole.File("summary.json"))),
            RunEvidence.Digests(File.ReadAllText(Path.Combine(run, "summary.json")))
        );
    }

    [Fact]
    public async Task After_Ctrl_C_the_trace_verifies_and_the_run_goes_on()
    {
        ProgramProcess.RequireSignals();
        var run = _folder.Combine("run");
        using (var child = ProgramProcess.Start(_folder.Folder, Run(run, "run.progress-interval-seconds=0.01")))
        {
            child.WaitForError("updates");
            child.Signal("INT");
            Assert.Equal(130, (await child.EndAsync()).Code);
        }

        RunEvidence.Verifies(run);
        RunEvidence.IsAs(broken.Whole.Folder, run, Invocation.Run("resume", run, "--json"));
        Assert.NotEqual(0, Assert.Single(RunEvidence.Resumptions(run)));
        RunEvidence.Verifies(run);
    }

    private string[] Run(string folder, string setting) =>
        ["run", broken.Whole.Configuration, "--out", folder, "--json", "--set", setting];

    private static bool IsNewer(FileInfo file, DateTime time)
    {
        file.Refresh();
        return file.Exists && file.LastWriteTimeUtc > time;
    }
}
