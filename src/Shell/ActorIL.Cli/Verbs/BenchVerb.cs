using System.Collections.Immutable;
using System.CommandLine;
using ActorIL.Bench.Messages;
using ActorIL.Bench.Traces;
using ActorIL.Cli.Benchmarks;
using ActorIL.Cli.CommandLine;
using ActorIL.Cli.Runs;
using ActorIL.Cli.Terminals;
using ActorIL.Environments;
using ActorIL.Experiments;

namespace ActorIL.Cli.Verbs;

/// <summary>`actoril bench`: what the product's own machinery costs on this machine.</summary>
internal static class BenchVerb
{
    private const int RepetitionCountDefault = 5;

    private const string MessagesNotes = """
        ping-pong: two actors, one message on its way. flood: one sender, one receiver, a thousand messages a tick.
        fan-out: 64 receivers, each message with about 20 us of work.

        JSON: name, figures[]: workload, host, workers, messages_per_second, extra_bytes_per_message, chain;
              repetitions, machine

        """;

    private const string TraceNotes = """
        The PPO training of the reference configuration (CartPole-v1), expert alone, validation included; each run with
        a trace has one without beside it.

        JSON: name, figures[]: level, steps_per_second, share_of_off, share_least, share_most, bytes_per_step, stalls;
              repetitions, machine

        """;

    private static ImmutableArray<ConfigurationOverride> ExpertAlone =>
        [
            new("demonstration.counts=[]", "bench trace"),
            new("dagger.label-counts=[]", "bench trace"),
            new("evaluation.episodes=2", "bench trace"),
        ];

    public static Command Create(Terminal terminal) =>
        new Verb("bench", "Measures this machine: messages a second in both hosts, and what traces cost.")
        {
            Examples = ["bench messages", "bench trace --json"],
            Subcommands = { Messages(terminal), Trace(terminal) },
        };

    private static Verb Messages(Terminal terminal)
    {
        var json = Flags.Json();
        var repetitions = Flags.Count("--repetitions", "Timed runs of each workload. Default: 5.", 1, 1_000);
        var verb = new Verb("messages", "Messages a second and bytes a message, hash chain included.")
        {
            Notes = MessagesNotes,
            Examples = ["bench messages", "bench messages --repetitions 9 --json"],
            Options = { repetitions, json },
        };
        verb.SetAction(parsed =>
        {
            var repetitionCount = parsed.GetValue(repetitions) ?? RepetitionCountDefault;
            var rows = MessageBenchmark.Run(repetitionCount);
            return (int)MessageBenchmarkView.Write(terminal, rows, repetitionCount, parsed.GetValue(json));
        });
        return verb;
    }

    private static Verb Trace(Terminal terminal)
    {
        var json = Flags.Json();
        var repetitions = Flags.Count("--repetitions", "Pairs of runs of each level. Default: 5.", 1, 1_000);
        var set = Flags.Set();
        var workers = Flags.Count("--workers", "Worker threads. Default: one per processor.", 1, 1_024);
        var verb = new Verb("trace", "Training throughput with a trace of each level against none.")
        {
            Notes = TraceNotes,
            Examples = ["bench trace", "bench trace --set ppo.steps=51200 --repetitions 9 --json"],
            Options = { repetitions, workers, set, json },
        };
        verb.SetAction(parsed =>
        {
            var repetitionCount = parsed.GetValue(repetitions) ?? RepetitionCountDefault;
            return (int)
                RunConfiguration
                    .Bind(
                        new(
                            File: null,
                            [
                                .. ExpertAlone,
                                .. (parsed.GetValue(set) ?? []).Select(text => new ConfigurationOverride(
                                    text,
                                    $"--set {text}"
                                )),
                            ],
                            ConfigurationFiles.Read,
                            terminal.Environment
                        ),
                        EnvironmentCatalog.Shipped
                    )
                    .Match(
                        run =>
                            TraceBenchmark
                                .Run(run, parsed.GetValue(workers) ?? Environment.ProcessorCount, repetitionCount)
                                .Match(
                                    rows =>
                                        TraceBenchmarkView.Write(
                                            terminal,
                                            rows,
                                            repetitionCount,
                                            parsed.GetValue(json)
                                        ),
                                    error => terminal.Fail(error)
                                ),
                        errors => terminal.Fail(errors)
                    );
        });
        return verb;
    }
}
