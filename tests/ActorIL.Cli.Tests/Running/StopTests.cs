using System.Text.Json;

namespace ActorIL.Cli.Tests.Running;

public sealed class StopTests : IDisposable
{
    private const string Started = "parallel host";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task A_signal_ends_the_round_and_keeps_what_was_reached(string signal, int code)
    {
        ProgramProcess.RequireSignals();
        using var child = Start();
        child.WaitForError("updates");
        child.Signal(signal);
        var result = await child.EndAsync();
        using var summary = JsonDocument.Parse(result.Out);
        Assert.Equal(code, result.Code);
        Assert.True(File.Exists(_folder.Combine("output", "report.html")));
        Assert.False(summary.RootElement.GetProperty("completed").GetBoolean());
        Assert.Equal(
            result.Out,
            await File.ReadAllTextAsync(
                _folder.Combine("output", "summary.json"),
                TestContext.Current.CancellationToken
            )
        );
    }

    /// <summary>The line appears before the first round: without a wait, some signals arrive before it too.</summary>
    [Fact]
    public async Task A_signal_before_the_first_round_ends_the_run_as_well()
    {
        ProgramProcess.RequireSignals();
        using var child = Start();
        child.WaitForError(Started);
        child.Signal("INT");
        var result = await child.EndAsync();
        Assert.Equal(130, result.Code);
        Assert.Contains("\"completed\": false", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_signal_ends_the_process_too()
    {
        ProgramProcess.RequireSignals();
        using var child = Start();
        child.WaitForError(Started);
        child.Signal("INT");
        child.Signal("INT");
        Assert.Equal(130, (await child.EndAsync()).Code);
    }

    [Fact]
    public async Task The_folder_of_a_running_run_is_refused()
    {
        ProgramProcess.RequireSignals();
        using var child = Start();
        child.WaitForError(Started);
        var second = Invocation.Run("run", _folder.Combine("endless.conf"), "--out", _folder.Combine("output"));
        child.Signal("TERM");
        _ = await child.EndAsync();
        Assert.Equal(1, second.Code);
        var text = second.Text((_folder.Folder, "{folder}"), (Environment.MachineName, "{machine}"));
        Snapshot.Matches(System.Text.RegularExpressions.Regex.Replace(text, "process [0-9]+", "process {id}"));
    }

    [Fact]
    public async Task A_killed_run_leaves_a_folder_without_an_owner()
    {
        ProgramProcess.RequireSignals();
        using var child = Start();
        child.WaitForError(Started);
        child.Signal("KILL");
        _ = await child.EndAsync();
        var second = Invocation.Run("run", _folder.Combine("endless.conf"), "--out", _folder.Combine("output"));
        Assert.Contains("a folder that is not empty", second.Error, StringComparison.Ordinal);
    }

    private ProgramProcess Start()
    {
        var file = _folder.Write("endless.conf", SmallExperiments.Endless);
        return ProgramProcess.Start(
            _folder.Folder,
            "run",
            file,
            "--out",
            _folder.Combine("output"),
            "--json",
            "--set",
            "run.progress-interval-seconds=0.05"
        );
    }
}
