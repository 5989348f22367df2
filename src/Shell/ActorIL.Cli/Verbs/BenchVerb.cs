using System.Collections.Immutable;
using System.CommandLine;
using ActorIL.Bench.Convolutions;
using ActorIL.Bench.Measuring;
using ActorIL.Bench.Messages;
using ActorIL.Bench.Products;
using ActorIL.Bench.Simulations;
using ActorIL.Bench.Traces;
using ActorIL.Bench.Trainings;
using ActorIL.Bench.Updates;
using ActorIL.Cli.Benchmarks;
using ActorIL.Cli.CommandLine;
using ActorIL.Cli.Plugins;
using ActorIL.Cli.Terminals;
using ActorIL.Core.Prelude;
using ActorIL.Environments;
using ActorIL.Experiments;

namespace ActorIL.Cli.Verbs;

/// <summary>`actoril bench`: what the product's own machinery costs on this machine.</summary>
internal static class BenchVerb
{
    private const int RunRepetitionCount = 5;
    private const int SampleRepetitionCount = 25;
    private const int StartRepetitionCount = 10;

    public static Command Create(Terminal terminal)
    {
        var benchmarks = Benchmarks(terminal);
        var verb = new Verb("bench", "Measures this machine: training and its parts, messages, traces, and the start.")
        {
            Examples = ["bench messages", "bench trace --json", "bench ppo", "bench all --out results.md"],
        };
        foreach (var benchmark in benchmarks.Append(BenchAllVerb.Create(terminal, benchmarks)))
        {
            verb.Subcommands.Add(benchmark);
        }

        return verb;
    }

    /// <summary>Every benchmark, with a line each; `bench all` runs them in this order.</summary>
    private static ImmutableArray<Verb> Benchmarks(Terminal terminal) =>
        [
            Messages(terminal),
            Trace(terminal),
            Gemm(terminal),
            Convolution(terminal),
            Update(terminal),
            Environments(terminal),
            Ppo(terminal),
            Throughput(terminal),
            Imitation(terminal),
            Startup(terminal),
            BenchExternalVerb.Create(terminal),
            BenchGrowthVerb.Create(terminal),
        ];

    private static Verb Messages(Terminal terminal)
    {
        var json = Flags.Json();
        var repetitions = Repetitions("Timed runs of each workload.", RunRepetitionCount);
        var verb = new Verb("messages", "Messages a second and bytes a message, hash chain included.")
        {
            Notes = BenchmarkNotes.Messages,
            Examples = ["bench messages", "bench messages --repetitions 9 --json"],
            Options = { repetitions, json },
        };
        verb.SetAction(parsed =>
        {
            var plan = Plan(parsed.GetValue(repetitions), RunRepetitionCount);
            var rows = MessageBenchmark.Run(plan.RepetitionCount);
            return (int)MessageBenchmarkView.Write(terminal, rows, plan, parsed.GetValue(json));
        });
        return verb;
    }

    private static Verb Trace(Terminal terminal)
    {
        var json = Flags.Json();
        var repetitions = Repetitions("Pairs of runs of each level.", RunRepetitionCount);
        var set = Flags.Set();
        var workers = Flags.Count("--workers", "Worker threads. Default: one per processor.", 1, 1_024);
        var verb = new Verb("trace", "Training throughput with a trace of each level against none.")
        {
            Notes = BenchmarkNotes.Trace,
            Examples = ["bench trace", "bench trace --set ppo.steps=51200 --repetitions 9 --json"],
            Options = { repetitions, workers, set, json },
            Plugins = PluginUse.Given,
        };
        verb.SetAction(parsed =>
        {
            var plan = Plan(parsed.GetValue(repetitions), RunRepetitionCount);
            var workerCount = parsed.GetValue(workers) ?? Environment.ProcessorCount;
            return (int)
                BenchmarkRuns
                    .Bind(terminal, [.. BenchmarkRuns.ExpertAlone, "evaluation.episodes=2"], parsed.GetValue(set) ?? [])
                    .Match(
                        run =>
                            TraceBenchmark
                                .Run(run, workerCount, plan.RepetitionCount)
                                .Match(
                                    rows => TraceBenchmarkView.Write(terminal, rows, plan, parsed.GetValue(json)),
                                    error => terminal.Fail(error)
                                ),
                        errors => terminal.Fail(errors)
                    );
        });
        return verb;
    }

    private static Verb Gemm(Terminal terminal) =>
        Sampled(
            terminal,
            "gemm",
            "Matrix products against the measured peak of one core.",
            BenchmarkNotes.Gemm,
            static (_, plan) => Result.Success<BenchmarkReport, ImmutableArray<Error>>(ProductBenchmark.Run(plan))
        );

    private static Verb Convolution(Terminal terminal) =>
        Sampled(
            terminal,
            "convolution",
            "A network for pixels, forward and backward, on one core.",
            BenchmarkNotes.Convolution,
            static (_, plan) => Result.Success<BenchmarkReport, ImmutableArray<Error>>(ConvolutionBenchmark.Run(plan))
        );

    private static Verb Update(Terminal terminal) =>
        Sampled(
            terminal,
            "update",
            "Gradient steps of PPO and behaviour cloning, and asking for an action.",
            BenchmarkNotes.Update,
            static (terminal, plan) =>
                BenchmarkRuns
                    .Bind(terminal, [], [])
                    .Then(run =>
                        BenchmarkRuns
                            .Training(run)
                            .Map(training => UpdateBenchmark.Run(run.Plan.Environment, training.Ppo, plan))
                    )
        );

    private static Verb Environments(Terminal terminal) =>
        Sampled(
            terminal,
            "environments",
            "Steps a second of CartPole and Pendulum, one by one and many at once.",
            BenchmarkNotes.Environments,
            static (terminal, plan) =>
                Result.Success<BenchmarkReport, ImmutableArray<Error>>(
                    EnvironmentBenchmark.Run(
                        [
                            .. terminal.Catalog.Environments.Entries.Where(static entry =>
                                entry.Id is "CartPole-v1" or "Pendulum-v1"
                            ),
                        ],
                        plan
                    )
                )
        );

    private static Verb Ppo(Terminal terminal) =>
        Training(
            terminal,
            "ppo",
            "Whole trainings on one and two workers, their score, and where the time goes.",
            BenchmarkNotes.Ppo,
            shipped: null
        );

    private static Verb Throughput(Terminal terminal) =>
        Training(
            terminal,
            "throughput",
            "The same for 1,024 environments, one epoch and large minibatches.",
            BenchmarkNotes.Throughput,
            ReferenceConfiguration.ThroughputName
        );

    private static Verb Training(Terminal terminal, string name, string description, string notes, string? shipped) =>
        Timed(
            terminal,
            new(name, description)
            {
                Notes = notes,
                Examples = [$"bench {name}", $"bench {name} --set ppo.steps=51200 --repetitions 3 --json"],
            },
            (typed, plan) =>
                BenchmarkRuns
                    .Bind(terminal, BenchmarkRuns.ExpertAlone, typed, shipped)
                    .Then(run =>
                        BenchmarkRuns
                            .Training(run)
                            .Then(training => Listed(PpoBenchmark.Run(name, run, training, plan)))
                    )
        );

    private static Verb Imitation(Terminal terminal) =>
        Timed(
            terminal,
            new("imitation", "DAgger from a ready expert on one and two workers, and the student's score.")
            {
                Notes = BenchmarkNotes.Imitation,
                Examples = ["bench imitation", "bench imitation --set dagger.epochs-per-round=1 --json"],
            },
            (typed, plan) =>
                BenchmarkRuns
                    .Bind(terminal, ImitationBenchmark.Settings, typed)
                    .Then(run =>
                        BenchmarkRuns
                            .Training(run)
                            .Then(training =>
                                BenchmarkRuns
                                    .Dagger(run)
                                    .Then(dagger => Listed(ImitationBenchmark.Run(run, training, dagger, plan)))
                            )
                    )
        );

    /// <summary>A benchmark of whole runs, of which settings may be typed.</summary>
    private static Verb Timed(
        Terminal terminal,
        Verb verb,
        Func<string[], MeasuringPlan, Result<BenchmarkReport, ImmutableArray<Error>>> run
    )
    {
        var json = Flags.Json();
        var repetitions = Repetitions("Runs of each kind.", RunRepetitionCount);
        var set = Flags.Set();
        verb.Options.Add(repetitions);
        verb.Options.Add(set);
        verb.Options.Add(json);
        verb.SetAction(parsed =>
            Show(
                terminal,
                run(parsed.GetValue(set) ?? [], Plan(parsed.GetValue(repetitions), RunRepetitionCount)),
                parsed.GetValue(json)
            )
        );
        return verb;
    }

    private static Verb Startup(Terminal terminal)
    {
        var json = Flags.Json();
        var repetitions = Repetitions("Starts of each kind.", StartRepetitionCount);
        var helpOnly = new Option<bool>("--help-only") { Description = "Leave the training out." };
        var verb = new Verb("startup", "The program in a fresh process: its help, and a whole training.")
        {
            Notes = BenchmarkNotes.Startup,
            Examples = ["bench startup --help-only", "bench startup --repetitions 3 --json"],
            Options = { repetitions, helpOnly, json },
        };
        verb.SetAction(parsed =>
        {
            var plan = Plan(parsed.GetValue(repetitions), StartRepetitionCount);
            return Show(terminal, Listed(FreshProcesses.Run(plan, parsed.GetValue(helpOnly))), parsed.GetValue(json));
        });
        return verb;
    }

    /// <summary>A benchmark that takes many short samples and no other settings.</summary>
    private static Verb Sampled(
        Terminal terminal,
        string name,
        string description,
        string notes,
        Func<Terminal, MeasuringPlan, Result<BenchmarkReport, ImmutableArray<Error>>> run
    )
    {
        var json = Flags.Json();
        var repetitions = Repetitions("Samples of each piece of work.", SampleRepetitionCount);
        var verb = new Verb(name, description)
        {
            Notes = notes,
            Examples = [$"bench {name}", $"bench {name} --repetitions 101 --json"],
            Options = { repetitions, json },
        };
        verb.SetAction(parsed =>
            Show(
                terminal,
                run(terminal, Plan(parsed.GetValue(repetitions), SampleRepetitionCount)),
                parsed.GetValue(json)
            )
        );
        return verb;
    }

    private static int Show(Terminal terminal, Result<BenchmarkReport, ImmutableArray<Error>> outcome, bool isJson) =>
        (int)
            outcome.Match(
                report => BenchmarkReportView.Write(terminal, report, isJson),
                errors => terminal.Fail(errors)
            );

    private static Result<BenchmarkReport, ImmutableArray<Error>> Listed(Result<BenchmarkReport, Error> result) =>
        result.MapError(static error => ImmutableArray.Create(error));

    private static Option<int?> Repetitions(string what, int usual) =>
        Flags.Count(BenchmarkFlags.RepetitionsName, FormattableString.Invariant($"{what} Default: {usual}."), 1, 1_000);

    private static MeasuringPlan Plan(int? typed, int usual) => new(typed ?? usual, MeasuringPlan.SampleSecondsDefault);
}
