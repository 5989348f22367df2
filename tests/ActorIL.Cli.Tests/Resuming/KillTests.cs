using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using ActorIL.Cli.Tests.Running;
using Xunit.Sdk;

namespace ActorIL.Cli.Tests.Resuming;

/// <summary>A run that is killed, resumed, perhaps killed again, and resumed to its end.</summary>
public class KillTests(WholeRun whole) : IClassFixture<WholeRun>
{
    private const int MomentCount = 50;
    private readonly ConcurrentBag<string> _outcomes = [];

    [Fact]
    public async Task A_run_killed_at_any_moment_ends_as_if_nothing_had_happened()
    {
        var root = TestSeed.Of(ThisFile(), nameof(A_run_killed_at_any_moment_ends_as_if_nothing_had_happened));
        await Parallel.ForEachAsync(
            Enumerable.Range(0, MomentCount),
            new ParallelOptions
            {
                MaxDegreeOfParallelism = 2,
                CancellationToken = TestContext.Current.CancellationToken,
            },
            async (index, cancellation) => await Try(TestSeed.OfCase(root, index), cancellation)
        );
        var found = _outcomes.CountBy(outcome => outcome).Select(pair => $"{pair.Value} gone on with {pair.Key}");
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', found));

        // Most kills have to meet a run with checkpoints, or little is shown.
        Assert.InRange(_outcomes.Count(outcome => outcome == "from a checkpoint"), MomentCount / 5, MomentCount);
    }

    private async Task Try(ulong seed, CancellationToken cancellation)
    {
        try
        {
            await Kill(seed, cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            var command = TestCommand.Repeat(
                ThisFile(),
                nameof(A_run_killed_at_any_moment_ends_as_if_nothing_had_happened),
                seed
            );
            throw new XunitException($"Seed {seed}: {failure.Message}\nRepeat it with: {command}", failure);
        }
    }

    private async Task Kill(ulong seed, CancellationToken cancellation)
    {
        using var folder = new TemporaryFolder();
        var run = folder.Combine("run");
        string[] start = ["run", whole.Configuration, "--out", run, "--json"];
        string[] resume = ["resume", run, "--json"];
        await Kill(folder, seed, Path.Combine(run, "state.safetensors"), start, cancellation);
        if (TestSeed.OfCase(seed, 2) % 4 == 0)
        {
            var side = Path.Combine(run, "trace.mcap.resumed");
            await Kill(folder, TestSeed.OfCase(seed, 3), side, resume, cancellation);
        }

        // Killed before it had a directory, a run has not begun.
        var exists = Directory.Exists(run);
        var isFinished = File.Exists(Path.Combine(run, "summary.json"));
        var hasCheckpoint = File.Exists(Path.Combine(run, "state.safetensors"));
        RunEvidence.IsAs(whole.Folder, run, Invocation.Run(exists ? resume : start));

        // Its deliveries are known to be the same by now, byte for byte; that some verify too is about the manifest.
        if (TestSeed.OfCase(seed, 4) % 4 == 0)
        {
            RunEvidence.Verifies(run);
        }

        if (exists && !isFinished)
        {
            var last = RunEvidence.Resumptions(run)[^1];
            Assert.Equal(hasCheckpoint, last > 0);
            var said = hasCheckpoint
                ? string.Create(CultureInfo.InvariantCulture, $"resumed after delivery {last}")
                : "resumed from the beginning: there is no checkpoint";
            Assert.Contains(
                said,
                await File.ReadAllTextAsync(Path.Combine(run, "run.log"), cancellation),
                StringComparison.Ordinal
            );
        }

        _outcomes.Add(
            !exists ? "before its directory"
            : isFinished ? "after its end"
            : hasCheckpoint ? "from a checkpoint"
            : "from the beginning"
        );
    }

    /// <summary>
    /// Starts the program and kills it somewhere in its life: most often after it has written a certain file, for
    /// much of the life of so short a run goes by before that.
    /// </summary>
    private async Task Kill(
        TemporaryFolder folder,
        ulong seed,
        string file,
        string[] arguments,
        CancellationToken cancellation
    )
    {
        var share = (TestSeed.OfCase(seed, 1) >> 11) * Math.ScaleB(1, -53);
        using var child = ProgramProcess.Start(folder.Folder, arguments);
        if (seed % 4 == 0)
        {
            await Task.Delay(whole.LifeTime * share, cancellation);
        }
        else
        {
            WholeRun.WaitFor(file, child);
            await Task.Delay(whole.LateTime * share, cancellation);
        }

        child.Kill();
        _ = await child.EndAsync();
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
