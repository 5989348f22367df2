using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ActorIL.Bench.Messages;
using ActorIL.Cli.Terminals;

namespace ActorIL.Cli.Benchmarks;

/// <summary>The message benchmark, for people and for programs.</summary>
internal static class MessageBenchmarkView
{
    public static ExitCode Write(Terminal terminal, ImmutableArray<MessageRow> rows, int repetitionCount, bool isJson)
    {
        if (isJson)
        {
            terminal.WriteJson(writer => WriteFields(writer, rows, repetitionCount));
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
                $"\nMedians of {repetitionCount} runs after one to warm up, hash chain on, "
                    + $"on {BenchmarkMachine.Name}.\n"
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

    private static void WriteFields(Utf8JsonWriter writer, ImmutableArray<MessageRow> rows, int repetitionCount)
    {
        writer.WriteString("name", "messages");
        writer.WriteStartArray("figures");
        foreach (var row in rows)
        {
            writer.WriteStartObject();
            writer.WriteString("workload", row.Workload);
            writer.WriteString("host", row.Host);
            writer.WriteNumber("workers", row.WorkerCount);
            writer.WriteNumber("messages_per_second", row.MessagesPerSecond);
            writer.WriteNumber("extra_bytes_per_message", row.ExtraBytesPerMessage);
            writer.WriteString("chain", row.Chain);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteNumber("repetitions", repetitionCount);
        writer.WriteString("machine", BenchmarkMachine.Name);
    }
}
