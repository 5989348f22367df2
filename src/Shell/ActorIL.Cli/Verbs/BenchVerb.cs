using System.CommandLine;
using ActorIL.Bench.Messages;
using ActorIL.Cli.Benchmarks;
using ActorIL.Cli.CommandLine;
using ActorIL.Cli.Terminals;

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

    public static Command Create(Terminal terminal) =>
        new Verb("bench", "Measures this machine: messages a second in both hosts.")
        {
            Examples = ["bench messages", "bench messages --json"],
            Subcommands = { Messages(terminal) },
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
}
