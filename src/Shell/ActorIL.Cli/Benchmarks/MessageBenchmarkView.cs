using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ActorIL.Bench.Measuring;
using ActorIL.Bench.Messages;
using ActorIL.Cli.Terminals;

namespace ActorIL.Cli.Benchmarks;

/// <summary>The message benchmark, for people and for programs.</summary>
internal static class MessageBenchmarkView
{
    public static ExitCode Write(Terminal terminal, ImmutableArray<MessageRow> rows, MeasuringPlan plan, bool isJson)
    {
        if (isJson)
        {
            terminal.WriteBenchmark(
                "messages",
                writer => WriteFigures(writer, rows),
                MachinePeak.Gigaflops(plan),
                shareOfPeak: null,
                plan.RepetitionCount
            );
            return ExitCode.Success;
        }

        terminal.Out.Write(
            TextTable.Render(
                ["workload", "host", "workers", "messages/s", "extra bytes/message", "chain"],
                [.. rows.Select(Cells)]
            )
        );
        terminal.Out.Write(
            string.Create(
                CultureInfo.InvariantCulture,
                $"\nMedians of {plan.RepetitionCount} runs, hosts in turns, after three to warm up, hash chain on, "
                    + $"on {BenchmarkMachine.Here().Text}.\n"
            )
        );
        return ExitCode.Success;
    }

    private static string[] Cells(MessageRow row) =>
        [
            row.Workload,
            row.Host,
            row.WorkerCount.ToString(CultureInfo.InvariantCulture),
            row.MessagesPerSecond.ToString("N0", CultureInfo.InvariantCulture),
            row.ExtraBytesPerMessage.ToString("F1", CultureInfo.InvariantCulture),
            row.Chain,
        ];

    private static void WriteFigures(Utf8JsonWriter writer, ImmutableArray<MessageRow> rows)
    {
        foreach (var row in rows)
        {
            writer.WriteStartObject(FormattableString.Invariant($"{row.Workload}_{row.Host}_{row.WorkerCount}"));
            writer.WriteString("workload", row.Workload);
            writer.WriteString("host", row.Host);
            writer.WriteNumber("workers", row.WorkerCount);
            writer.WriteNumber("messages_per_second", row.MessagesPerSecond);
            writer.WriteNumber("extra_bytes_per_message", row.ExtraBytesPerMessage);
            writer.WriteString("chain", row.Chain);
            writer.WriteEndObject();
        }
    }
}
