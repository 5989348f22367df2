using System.Collections.Immutable;
using System.Diagnostics;
using ActorIL.Bench.Measuring;
using ActorIL.Core.Prelude;

namespace ActorIL.Bench.Startups;

/// <summary>The program in a fresh process, from its start to its end.</summary>
public static class StartupBenchmark
{
    /// <summary>Seconds of each command line, in turns.</summary>
    /// <param name="program">What starts the program: a file and the arguments before its own.</param>
    /// <param name="commands">Names, and arguments by the number of the start; none may ask for input.</param>
    /// <param name="plan">How often.</param>
    public static Result<BenchmarkReport, Error> Run(
        ImmutableArray<string> program,
        ImmutableArray<(string Name, Func<int, ImmutableArray<string>> Arguments)> commands,
        MeasuringPlan plan
    )
    {
        var peak = MachinePeak.Gigaflops(plan);
        var samples = commands.Select(_ => ImmutableArray.CreateBuilder<double>()).ToArray();

        // The first round reads the program from the disk and is left out.
        for (var repetition = -1; repetition < plan.RepetitionCount; repetition++)
        {
            for (var i = 0; i < commands.Length; i++)
            {
                var arguments = commands[i].Arguments(repetition + 1);
                var (seconds, code) = Start(program, arguments);
                if (code != 0)
                {
                    return Result.Failure<BenchmarkReport, Error>(Failed(arguments, code));
                }

                if (repetition >= 0)
                {
                    samples[i].Add(seconds);
                }
            }
        }

        return Result.Success<BenchmarkReport, Error>(
            new(
                "startup",
                [
                    .. commands.Zip(
                        samples,
                        static (command, seconds) =>
                            Figure.Of(
                                command.Name,
                                "ms",
                                new Timing(command.Name, [.. seconds.Select(static one => one * 1e3)])
                            )
                    ),
                ],
                peak,
                ShareOfPeak: null,
                plan.RepetitionCount
            )
        );
    }

    private static (double Seconds, int Code) Start(ImmutableArray<string> program, ImmutableArray<string> arguments)
    {
        var information = new ProcessStartInfo(program[0], [.. program.Skip(1), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(information) ?? throw new InvalidOperationException("No process started.");
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        _ = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (Stopwatch.GetElapsedTime(start).TotalSeconds, process.ExitCode);
    }

    private static Error Failed(ImmutableArray<string> arguments, int code) =>
        new(
            $"actoril {string.Join(' ', arguments)}",
            FormattableString.Invariant($"exit code {code}"),
            "0",
            "Run it by itself to see why."
        );
}
