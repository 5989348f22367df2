using System.Diagnostics;
using System.Globalization;

namespace ActorIL.External.Tests;

/// <summary>Nothing of a program outside is left: neither zombies nor orphans.</summary>
public class LeftoverTests
{
    private const string FolderVariable = "ACTORIL_LEFTOVER_FOLDER";

    [Fact]
    public void Children_of_a_program_end_with_it() =>
        EndsWithItsProgram(static file => $"sleep 1000 & echo $! > {file}; exec sleep 1000");

    [Fact]
    public void A_child_that_left_the_family_but_holds_the_pipes_ends_too() =>
        EndsWithItsProgram(static file => $"(setsid sh -c 'echo $$ > {file}; exec sleep 1000' &); exec sleep 1000");

    [Fact]
    public void No_zombies_are_left()
    {
        RequireProcesses();
        for (var i = 0; i < 5; i++)
        {
            Programs.Refused(Programs.Shell("exit 1"));
        }

        var zombies = Directory
            .GetDirectories("/proc")
            .Select(static folder => Path.Combine(folder, "stat"))
            .Where(File.Exists)
            .Select(Text)
            .Count(static text => text.Contains($" Z {Environment.ProcessId} ", StringComparison.Ordinal));
        Assert.Equal(0, zombies);
    }

    [Fact]
    public void Programs_do_not_hold_the_pipes_of_each_other()
    {
        RequireProcesses();
        using var first = Programs.Start(Programs.Python(PythonFiles.Minimal));
        using var second = Programs.Start(Programs.Python(PythonFiles.Minimal));
        Assert.Empty(Pipes(first.ProcessId, isStandard: true).Intersect(Pipes(second.ProcessId, isStandard: false)));
    }

    [Theory]
    [InlineData("idle")]
    [InlineData("stepping")]
    [InlineData("wrapped")]
    public void Programs_end_when_their_parent_is_killed(string what)
    {
        RequireProcesses();
        Testing.Python.WithNumPyOrSkip();
        using var folder = new Scratch();
        Assert.Throws<InvalidOperationException>(() =>
            ChildProcess.Run(
                typeof(LeftoverTests),
                $"{nameof(Kill_this_process)}_{what}",
                (FolderVariable, folder.Path)
            )
        );
        var id = Number(Path.Combine(folder.Path, "id"));
        Assert.True(Programs.Ends(id), Invariant($"process {id} is still there"));
    }

    [Fact(Explicit = true)]
    public void Kill_this_process_idle() => Kill_this_process("exec ");

    [Fact(Explicit = true)]
    public void Kill_this_process_wrapped() => Kill_this_process("true; ");

    [Fact(Explicit = true)]
    public void Kill_this_process_stepping() => Kill_this_process("exec ", isStepping: true);

    private static void Kill_this_process(string prefix, bool isStepping = false)
    {
        var folder =
            Environment.GetEnvironmentVariable(FolderVariable)
            ?? throw new InvalidOperationException("Another test starts this one.");
        var script = Path.Combine(folder, "environment.py");
        File.WriteAllText(
            script,
            $$"""
            import os, sys
            sys.path.insert(0, {{Programs.Quoted(Programs.Folder)}})
            import actoril_env
            open({{Programs.Quoted(Path.Combine(folder, "id"))}}, "w").write(str(os.getpid()))
            class Endless:
                observation_space, action_space = actoril_env.Discrete(2), actoril_env.Discrete(2)
                def __getstate__(self):
                    raise TypeError("no snapshots")
                def reset(self, seed=None):
                    return 0, {}
                def step(self, action):
                    while True:
                        pass
            actoril_env.serve(Endless)
            """
        );
        var python = Testing.Python.WithNumPyOrSkip();
        var process = Programs.Start(Programs.Shell($"{prefix}{python} {script}"));
        process.Open(1).Match(first => first, failure => throw new InvalidOperationException(failure.Detail));
        if (isStepping)
        {
            new Thread(() => process.Step([0], [0], new float[1], new double[1], new Core.Experience.Ending[1]))
            {
                IsBackground = true,
            }.Start();
            Thread.Sleep(300);
        }

        using var self = Process.GetCurrentProcess();
        self.Kill();
        Thread.Sleep(Timeout.Infinite);
    }

    private static void RequireProcesses() =>
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Processes are looked for in /proc.");

    /// <summary>A program that never says a word is ended, and with it the process it wrote down.</summary>
    private static void EndsWithItsProgram(Func<string, string> script)
    {
        RequireProcesses();
        var file = Path.GetTempFileName();
        try
        {
            var failure = Programs.Refused(Programs.Shell(script(file)), Programs.Hasty);
            Assert.Equal(ExternalFailureKind.SlowStart, failure.Kind);
            Assert.True(Programs.Ends(Number(file)));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static int Number(string file) => int.Parse(File.ReadAllText(file).Trim(), CultureInfo.InvariantCulture);

    private static string Text(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            return "";
        }
    }

    /// <summary>The pipes of the three standard streams, or all that a process has.</summary>
    private static IEnumerable<string> Pipes(int id, bool isStandard) =>
        Directory
            .GetFileSystemEntries(Invariant($"/proc/{id}/fd"))
            .Where(path => !isStandard || Path.GetFileName(path) is "0" or "1" or "2")
            .Select(static path => new FileInfo(path).LinkTarget ?? "")
            .Where(static name => name.StartsWith("pipe:", StringComparison.Ordinal));
}
