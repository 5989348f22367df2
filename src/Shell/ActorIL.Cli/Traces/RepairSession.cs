using System.Globalization;
using System.Text;
using System.Text.Json;
using ActorIL.Cli.Terminals;
using ActorIL.Storage.Traces;

namespace ActorIL.Cli.Traces;

/// <summary>Makes a whole trace of what is left of one, and says what was lost.</summary>
internal static class RepairSession
{
    public static ExitCode Run(Terminal terminal, RepairRequest request) =>
        TraceRepair
            .Run(request.File, request.Target)
            .Match(
                report =>
                {
                    if (request.IsJson)
                    {
                        terminal.WriteJson(writer => Write(writer, report));
                    }
                    else
                    {
                        terminal.Out.Write(Render(request.File, report));
                        terminal.Out.Flush();
                    }

                    return report.IsWhole || report.IsComplete ? ExitCode.Success : ExitCode.RecoveredWithLoss;
                },
                error => terminal.Fail(error)
            );

    private static void Write(Utf8JsonWriter writer, TraceRepairReport report)
    {
        writer.WriteBoolean("whole", report.IsWhole);
        writer.WriteBoolean("complete", report.IsComplete);
        WriteText(writer, "out", report.Out);
        writer.WriteNumber("deliveries", report.LastOrdinal);
        writer.WriteNumber("chunks", report.ChunkCount);
        writer.WriteNumber("bytes", report.KeptBytes);
        writer.WriteNumber("lost_bytes", report.LostBytes);
        WriteNumber(writer, "lost_chunks", report.LostChunkCount);
        WriteNumber(writer, "lost_deliveries", report.LostDeliveryCount);
        WriteNumber(writer, "lost_from", report.IsWhole || report.IsComplete ? null : report.LastOrdinal + 1);
        WriteText(writer, "cause", report.Cause);
    }

    private static string Render(string file, TraceRepairReport report)
    {
        var text = new StringBuilder();
        if (report.IsWhole)
        {
            return text.Append(
                    CultureInfo.InvariantCulture,
                    $"whole: {file} has {report.LastOrdinal} deliveries; nothing was written\n"
                )
                .ToString();
        }

        text.Append(CultureInfo.InvariantCulture, $"repaired: {report.Out}\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"  kept   {report.LastOrdinal} deliveries in {report.ChunkCount} chunks, {report.KeptBytes} bytes\n"
        );
        text.Append(CultureInfo.InvariantCulture, $"  found  {report.Cause}, at byte {report.KeptBytes} or after\n");
        return text.Append(CultureInfo.InvariantCulture, $"  lost   {Lost(report)}\n").ToString();
    }

    private static string Lost(TraceRepairReport report) =>
        report.IsComplete
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"nothing of the run: only {report.LostBytes} bytes that closed the file, now written anew"
            )
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{Count(report.LostDeliveryCount, "deliveries")} from {report.LastOrdinal + 1} on, "
                    + $"{Count(report.LostChunkCount, "chunks")}, {report.LostBytes} bytes"
            );

    private static string Count(long? count, string of) =>
        count is { } known
            ? string.Create(CultureInfo.InvariantCulture, $"{known} {of}")
            : $"an unknown number of {of}";

    private static void WriteText(Utf8JsonWriter writer, string name, string text)
    {
        if (text.Length == 0)
        {
            writer.WriteNull(name);
        }
        else
        {
            writer.WriteString(name, text);
        }
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, long? number)
    {
        if (number is { } known)
        {
            writer.WriteNumber(name, known);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
