using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using ActorIL.Bench.Externals;
using ActorIL.Bench.Measuring;
using ActorIL.Cli.Terminals;
using ActorIL.Core.Prelude;

namespace ActorIL.Cli.Benchmarks;

/// <summary>The Python that the benchmark of environments in other processes runs.</summary>
internal static class ExternalPrograms
{
    private static ImmutableArray<string> Usual { get; } = ["python3", "/usr/bin/python3"];

    /// <summary>The benchmark with the first Python that has NumPy; says so where none has.</summary>
    /// <param name="terminal">Where what is left out is said.</param>
    /// <param name="typed">The Python to take; null for a usual one.</param>
    /// <param name="plan">How often and how long.</param>
    public static Result<BenchmarkReport, Error> Run(Terminal terminal, string? typed, MeasuringPlan plan)
    {
        ImmutableArray<string> candidates = typed is null ? Usual : [typed];
        var numeric = candidates.FirstOrDefault(static python => Runs(python, "import numpy"));
        var python = numeric ?? candidates.FirstOrDefault(static python => Runs(python, "import sys"));
        if (python is null)
        {
            return Result.Failure<BenchmarkReport, Error>(
                new(
                    "--python",
                    $"no Python: {string.Join(", ", candidates)}",
                    "Python 3, with NumPy for all figures",
                    "Install python3 and python3-numpy, or name a Python that has them."
                )
            );
        }

        if (numeric is null)
        {
            terminal.Error.Write($"NumPy does not import in {python}: only the figures without it are measured.\n");
        }

        var folder = Directory.CreateTempSubdirectory("actoril-bench-");
        try
        {
            return ExternalBenchmark.Run(python, numeric is not null, folder.FullName, plan);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static bool Runs(string python, string script)
    {
        var how = new ProcessStartInfo(python, ["-c", script])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(how);
            process?.WaitForExit();
            return process is { ExitCode: 0 };
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
