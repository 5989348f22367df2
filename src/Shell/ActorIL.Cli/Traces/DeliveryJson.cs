using System.Globalization;
using System.Text.Json;
using ActorIL.Actors.Traces;
using ActorIL.Storage.Traces;

namespace ActorIL.Cli.Traces;

/// <summary>Entries of a trace as fields of a JSON object. Their names are a promise to scripts.</summary>
internal static class DeliveryJson
{
    public static void Write(Utf8JsonWriter writer, TraceEntry entry) =>
        _ = entry.Match(
            delivered =>
            {
                writer.WriteString("kind", "delivery");
                return Write(writer, delivered);
            },
            digested => Write(writer, digested.Record),
            happened => Write(writer, happened.Record),
            numbers => Write(writer, numbers.Record),
            ended => Write(writer, ended.Record)
        );

    /// <summary>A delivery without its payload.</summary>
    public static bool Write(Utf8JsonWriter writer, TraceEntry.Delivered delivered)
    {
        var record = delivered.Record;
        writer.WriteNumber("ordinal", record.Ordinal);
        writer.WriteString("key", record.Key.ToString());
        writer.WriteNumber("tick", record.Tick);
        writer.WriteNumber("micro", record.Micro);
        writer.WriteString("from", record.FromPath);
        writer.WriteString("to", record.ToPath);
        writer.WriteString("message", delivered.Channel.MessageOf(record));
        writer.WriteNumber("cause", record.Cause);
        writer.WriteNumber("size", record.Payload.Length);
        writer.WriteString("hash", Hex(record.PayloadHash));
        return true;
    }

    private static bool Write(Utf8JsonWriter writer, DigestRecord record)
    {
        writer.WriteString("kind", "boundary");
        writer.WriteString("boundary", record.Boundary);
        writer.WriteNumber("count", record.Count);
        writer.WriteNumber("ordinal", record.Ordinal);
        writer.WriteNumber("tick", record.Tick);
        writer.WriteNumber("micro", record.Micro);
        writer.WriteString("chain", Hex(record.Chain));
        return true;
    }

    private static bool Write(Utf8JsonWriter writer, LifecycleRecord record)
    {
        writer.WriteString("kind", "event");
        writer.WriteString("event", record.Kind);
        writer.WriteNumber("tick", record.Tick);
        writer.WriteNumber("micro", record.Micro);
        writer.WriteString("actor", record.Path);
        writer.WriteString("detail", record.Detail);
        return true;
    }

    private static bool Write(Utf8JsonWriter writer, BlockRecord record)
    {
        writer.WriteString("kind", "block");
        writer.WriteString("hash", Hex(record.Hash));
        writer.WriteNumber("length", record.Values.Length);
        return true;
    }

    private static bool Write(Utf8JsonWriter writer, EndingRecord record)
    {
        writer.WriteString("kind", "ending");
        writer.WriteString("outcome", record.Outcome);
        writer.WriteNumber("deliveries", record.Deliveries);
        writer.WriteString("chain", Hex(record.Chain));
        writer.WriteString("digest", record.Digest);
        writer.WriteString("result_digest", record.ResultDigest);
        return true;
    }

    private static string Hex(ulong value) => value.ToString("x16", CultureInfo.InvariantCulture);
}
