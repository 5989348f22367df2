using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ActorIL.Actors.Traces;
using ActorIL.Storage.Traces;

namespace ActorIL.Cli.Traces;

/// <summary>A trace as the one JSON object of `trace info --json`. Its field names are a promise to scripts.</summary>
internal static class TraceInfoJson
{
    private const double NanosecondsPerSecond = 1e9;

    public static void Write(Utf8JsonWriter writer, TraceSurvey survey)
    {
        var manifest = survey.Manifest;
        writer.WriteNumber("deliveries", survey.DeliveryCount);
        writer.WriteNumber("recorded_deliveries", survey.RecordedCount);
        writer.WriteNumber("first_ordinal", survey.FirstOrdinal);
        writer.WriteNumber("last_ordinal", survey.LastOrdinal);
        WriteCounts(writer, "messages_by_type", survey.Messages);
        WriteCounts(writer, "actors", survey.Actors);
        writer.WriteString("level", TraceLevels.NameOf(manifest.Level));
        writer.WriteNumber("seed", manifest.Seed);
        WriteText(writer, "digest", survey.Ending?.Digest);
        WriteText(writer, "result_digest", survey.Ending?.ResultDigest);
        WriteText(writer, "outcome", survey.Ending?.Outcome);
        writer.WriteBoolean("closed_cleanly", survey.IsClosed);
        writer.WriteNumber("bytes", survey.ByteCount);
        writer.WriteNumber("whole_bytes", survey.WholeByteCount);
        WriteText(writer, "problem", survey.Problem?.Found);
        writer.WriteString("chain", survey.Chain.ToString("x16", CultureInfo.InvariantCulture));
        WriteCounts(writer, "boundaries", survey.Boundaries);
        WriteCounts(writer, "events", survey.Events);
        writer.WriteNumber("blocks", survey.BlockCount);
        WriteTime(writer, survey);
        writer.WriteString("environment", manifest.Environment);
        writer.WriteString("configuration_hash", manifest.SemanticHash);
        WriteRun(writer, manifest);
        WriteHistory(writer, survey);
    }

    private static void WriteTime(Utf8JsonWriter writer, TraceSurvey survey)
    {
        var tick = (ulong)survey.Manifest.TickNanoseconds;
        writer.WriteStartObject("virtual_time");
        writer.WriteNumber("first_tick", survey.StartNanoseconds / tick);
        writer.WriteNumber("last_tick", survey.EndNanoseconds / tick);
        writer.WriteNumber("tick_nanoseconds", tick);
        writer.WriteNumber("seconds", (survey.EndNanoseconds - survey.StartNanoseconds) / NanosecondsPerSecond);
        writer.WriteEndObject();
    }

    private static void WriteRun(Utf8JsonWriter writer, TraceManifest manifest)
    {
        writer.WriteStartObject("run");
        writer.WriteString("started_at", manifest.StartedAt);
        writer.WriteString("host", manifest.Host);
        writer.WriteNumber("workers", manifest.Workers);
        writer.WriteString("code_version", manifest.CodeVersion);
        TracePluginJson.Write(writer, manifest.Plugins);
        WriteText(writer, "commit", manifest.Commit);
        writer.WriteString("numeric_probe", manifest.NumericProbe);
        writer.WriteNumber("format_version", manifest.FormatVersion);
        writer.WriteEndObject();
    }

    private static void WriteHistory(Utf8JsonWriter writer, TraceSurvey survey)
    {
        writer.WriteStartArray("resumptions");
        foreach (var resumption in survey.Manifest.Resumptions)
        {
            writer.WriteStartObject();
            writer.WriteNumber("ordinal", resumption.Ordinal);
            writer.WriteString("at", resumption.At);
            writer.WriteString("code_version", resumption.CodeVersion);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (survey.Manifest.Parent is { } parent)
        {
            writer.WriteStartObject("parent");
            writer.WriteString("trace", parent.Trace);
            writer.WriteString("manifest_sha256", parent.ManifestHash);
            writer.WriteNumber("ordinal", parent.Ordinal);
            writer.WriteStartArray("changes");
            foreach (var change in parent.Changes)
            {
                writer.WriteStringValue(change);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteNull("parent");
        }

        if (survey.Excerpt is { } excerpt)
        {
            writer.WriteStartObject("excerpt");
            writer.WriteString("source", excerpt.Source);
            writer.WriteString("filter", excerpt.Filter);
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteNull("excerpt");
        }
    }

    private static void WriteCounts(Utf8JsonWriter writer, string name, ImmutableSortedDictionary<string, long> counts)
    {
        writer.WriteStartObject(name);
        foreach (var (key, count) in counts)
        {
            writer.WriteNumber(key, count);
        }

        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            writer.WriteNull(name);
        }
        else
        {
            writer.WriteString(name, text);
        }
    }
}
