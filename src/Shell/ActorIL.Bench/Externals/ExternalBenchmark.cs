using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using ActorIL.Bench.Measuring;
using ActorIL.Core.Prelude;
using ActorIL.External;

namespace ActorIL.Bench.Externals;

/// <summary>
/// Environments in another process: what goes through the pipe, what the program does alone, and what the way there and
/// back takes.
/// </summary>
public static class ExternalBenchmark
{
    /// <summary>Instances of the large workloads.</summary>
    public const int InstanceCount = 1_024;

    private const string EchoFile = "echo_numpy.py";
    private const string AloneFile = "alone_numpy.py";

    private const string Echo = """
        import numpy as np
        import actoril_env
        class Echo:
            observation_space, action_space = actoril_env.Box(-1, 1, shape=(4,)), actoril_env.Discrete(2)
            def __init__(self, count):
                self.seen, self.rewards = np.zeros((count, 4), np.float32), np.zeros(count)
                self.no = np.zeros(count, bool)
            def reset_rows(self, rows, seeds):
                return self.seen[rows]
            def step_rows(self, rows, actions):
                return self.seen[rows], self.rewards[rows], self.no[rows], self.no[rows]
        actoril_env.serve(Echo)
        """;

    private const string Alone = """
        import sys, time
        import numpy as np
        from cartpole_numpy import CartPole
        count, repetitions, calls = int(sys.argv[1]), int(sys.argv[2]), 200
        carts, actions = CartPole(count), np.random.default_rng(1).integers(0, 2, (64, count)).astype(np.int32)
        carts.reset_rows(slice(None), np.arange(count, dtype=np.uint64))
        seed = count
        for repetition in range(-2, repetitions):
            start = time.perf_counter()
            for call in range(calls):
                _, _, terminated, truncated = carts.step_rows(slice(None), actions[call % 64])
                ended = np.nonzero(terminated | truncated)[0]
                if len(ended):
                    carts.reset_rows(ended, np.arange(seed, seed + len(ended), dtype=np.uint64))
                    seed += len(ended)
            if repetition >= 0:
                print((time.perf_counter() - start) / calls)
        """;

    /// <summary>All figures, or without NumPy those that need none.</summary>
    /// <param name="python">A Python, by name or path.</param>
    /// <param name="hasNumPy">Whether it has NumPy.</param>
    /// <param name="folder">An empty folder for the programs.</param>
    /// <param name="plan">How often and how long.</param>
    public static Result<BenchmarkReport, Error> Run(string python, bool hasNumPy, string folder, MeasuringPlan plan)
    {
        WriteFiles(folder);
        var peak = MachinePeak.Gigaflops(plan);
        return (
            hasNumPy
                ? WithNumPy(python, folder, plan)
                : Measured(python, folder, plan, [("overhead_minimal_1", PythonFiles.Minimal, 1)])
        ).Map(figures => new BenchmarkReport("external", figures, peak, ShareOfPeak: null, plan.RepetitionCount));
    }

    private static Result<ImmutableArray<Figure>, Error> WithNumPy(string python, string folder, MeasuringPlan plan) =>
        Measured(
                python,
                folder,
                plan,
                [
                    (FormattableString.Invariant($"cartpole_{InstanceCount}"), PythonFiles.CartPole, InstanceCount),
                    ("overhead_minimal_1", PythonFiles.Minimal, 1),
                    ("overhead_1", EchoFile, 1),
                    (FormattableString.Invariant($"overhead_{InstanceCount}"), EchoFile, InstanceCount),
                ]
            )
            .Then(figures =>
                AloneSeconds(python, folder, plan)
                    .Map(alone =>
                        figures.Insert(1, Figure.Rate("cartpole_numpy_alone", "steps/s", alone, InstanceCount))
                    )
            );

    private static Result<ImmutableArray<Figure>, Error> Measured(
        string python,
        string folder,
        MeasuringPlan plan,
        ImmutableArray<(string Name, string File, int Count)> pieces
    )
    {
        var processes = new List<ExternalProcess>();
        try
        {
            var error = pieces
                .Select(piece =>
                    ExternalProcess
                        .Start(new([python, Path.Combine(folder, piece.File)]), new ExternalLimits())
                        .Match<Error?>(
                            process =>
                            {
                                processes.Add(process);
                                return null;
                            },
                            failure => failure.Error
                        )
                )
                .FirstOrDefault(static failure => failure is not null);
            if (error is not null)
            {
                return Result.Failure<ImmutableArray<Figure>, Error>(error);
            }

            var work = pieces.Zip(processes, static (piece, process) => new PipeStepping(process, piece.Count));
            return Measured(plan, pieces, [.. work]);
        }
        finally
        {
            processes.ForEach(static process => process.Dispose());
        }
    }

    private static Result<ImmutableArray<Figure>, Error> Measured(
        MeasuringPlan plan,
        ImmutableArray<(string Name, string File, int Count)> pieces,
        ImmutableArray<PipeStepping> work
    )
    {
        var timings = InterleavedTiming.Measure(
            plan,
            [.. pieces.Zip(work, static (piece, each) => each.Work(piece.Name))]
        );
        return work.FirstOrDefault(static each => each.Failure is not null) is { Failure: { } failure }
            ? Result.Failure<ImmutableArray<Figure>, Error>(failure.Error)
            : Result.Success<ImmutableArray<Figure>, Error>([
                .. pieces.Zip(
                    timings,
                    static (piece, timing) =>
                        piece.File == PythonFiles.CartPole
                            ? Figure.Rate(piece.Name, "steps/s", timing, piece.Count)
                            : Figure.Microseconds(piece.Name, timing)
                ),
            ]);
    }

    /// <summary>Seconds of one step of all carts, in the program by itself.</summary>
    private static Result<Timing, Error> AloneSeconds(string python, string folder, MeasuringPlan plan)
    {
        ImmutableArray<string> arguments =
        [
            Path.Combine(folder, AloneFile),
            InstanceCount.ToString(CultureInfo.InvariantCulture),
            plan.RepetitionCount.ToString(CultureInfo.InvariantCulture),
        ];
        var how = new ProcessStartInfo(python, arguments) { RedirectStandardOutput = true };
        using var process = Process.Start(how) ?? throw new InvalidOperationException("No process started.");
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? Result.Success<Timing, Error>(
                new(
                    "alone",
                    [
                        .. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                            .Select(static line => double.Parse(line, CultureInfo.InvariantCulture)),
                    ]
                )
            )
            : Result.Failure<Timing, Error>(
                new(
                    python,
                    FormattableString.Invariant($"exit code {process.ExitCode}"),
                    "0",
                    "Its words are above: see why it ends."
                )
            );
    }

    private static void WriteFiles(string folder)
    {
        foreach (var name in PythonFiles.Names)
        {
            File.WriteAllText(Path.Combine(folder, name), PythonFiles.Text(name));
        }

        File.WriteAllText(Path.Combine(folder, EchoFile), Echo);
        File.WriteAllText(Path.Combine(folder, AloneFile), Alone);
    }
}
