using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using ActorIL.Bench.Measuring;
using ActorIL.Bench.Startups;
using ActorIL.Cli.Terminals;
using ActorIL.Core.Prelude;

namespace ActorIL.Cli.Benchmarks;

/// <summary>This program, started again and again.</summary>
internal static class FreshProcesses
{
    private const string ProgramName = "actoril";

    /// <summary>Its help, and unless they are not wanted, trainings of the main job's expert.</summary>
    public static Result<BenchmarkReport, Error> Run(MeasuringPlan plan, bool isHelpOnly)
    {
        var folder = Directory.CreateTempSubdirectory("actoril-bench-");
        try
        {
            var file = Path.Combine(folder.FullName, "reference.conf");
            File.WriteAllText(file, "actoril {}\n");
            (string Name, Func<int, ImmutableArray<string>> Arguments) help = ("help", static _ => ["--help"]);
            return StartupBenchmark.Run(
                Program(),
                isHelpOnly ? [help] : [help, ("train", start => Training(file, folder.FullName, start))],
                plan
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>What it prints; errors and progress of its own are passed on.</summary>
    public static Result<string, Error> Read(Terminal terminal, ImmutableArray<string> arguments)
    {
        var program = Program();
        var information = new ProcessStartInfo(program[0], [.. program.Skip(1), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(information) ?? throw new InvalidOperationException("No process started.");
        process.ErrorDataReceived += (_, line) => terminal.Error.Write(line.Data is null ? "" : $"{line.Data}\n");
        process.BeginErrorReadLine();
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? Result.Success<string, Error>(text)
            : Result.Failure<string, Error>(
                new(
                    $"{ProgramName} {string.Join(' ', arguments)}",
                    FormattableString.Invariant($"exit code {process.ExitCode}"),
                    "0",
                    "Run it by itself to see why."
                )
            );
    }

    private static ImmutableArray<string> Training(string file, string folder, int start) =>
        [
            "run",
            file,
            "--out",
            Path.Combine(folder, start.ToString(CultureInfo.InvariantCulture)),
            .. BenchmarkRuns
                .ExpertAlone.Append("evaluation.episodes=2")
                .SelectMany(static text => new[] { "--set", text }),
        ];

    /// <summary>The program's own file where it has one, otherwise the runtime with it.</summary>
    private static ImmutableArray<string> Program() =>
        Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == ProgramName
            ? [path]
            :
            [
                Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
                Path.Combine(AppContext.BaseDirectory, $"{ProgramName}.dll"),
            ];
}
