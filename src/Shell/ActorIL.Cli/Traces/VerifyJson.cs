using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ActorIL.Actors.Traces;
using ActorIL.Cli.Plugins;
using ActorIL.Core.Fields;
using ActorIL.Storage.Traces;

namespace ActorIL.Cli.Traces;

/// <summary>
/// A comparison as the one JSON object of `trace verify --json`. Its field names are a promise to scripts.
/// </summary>
internal static class VerifyJson
{
    public static void Write(Utf8JsonWriter writer, VerifyReport report)
    {
        writer.WriteBoolean("identical", report.Divergence is null);
        writer.WriteNumber("deliveries", report.Deliveries);
        writer.WriteString("digest", report.Digest);
        if (report.Divergence is not { } divergence)
        {
            writer.WriteNull("divergence");
            return;
        }

        WriteChanged(writer, report.ChangedPlugins);
        writer.WriteStartObject("divergence");
        WriteDelivery(writer, divergence.Found);
        WriteField(writer, divergence.Field);
        WriteText(writer, "recorded_hash", HashOf(divergence.Found.Recorded));
        WriteText(writer, "recomputed_hash", HashOf(divergence.Found.Recomputed));
        writer.WriteNumber("same_until", divergence.Found.SameUntil);
        WriteText(writer, "boundary", divergence.Found.Boundary);
        WriteText(writer, "history", divergence.Found.History);
        WriteText(writer, "code", divergence.Found.Code);
        writer.WriteStartArray("causes");
        foreach (var cause in divergence.Causes)
        {
            writer.WriteStartObject();
            writer.WriteNumber("ordinal", cause.Record.Ordinal);
            writer.WriteString("key", cause.Record.Key.ToString());
            writer.WriteString("from", cause.Record.FromPath);
            writer.WriteString("to", cause.Record.ToPath);
            writer.WriteString("message", cause.Channel.MessageOf(cause.Record));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        WriteSuspect(writer, divergence);
        writer.WriteEndObject();
    }

    private static void WriteDelivery(Utf8JsonWriter writer, TraceDivergence found)
    {
        var either = found.Recorded ?? found.Recomputed;
        var channel = found.RecordedChannel ?? found.RecomputedChannel;
        writer.WriteString("class", DivergenceNames.Of(found.Class));
        if (either is null)
        {
            writer.WriteNull("ordinal");
        }
        else
        {
            writer.WriteNumber("ordinal", either.Ordinal);
        }

        WriteText(writer, "key", either?.Key.ToString());
        WriteText(writer, "from", either?.FromPath);
        WriteText(writer, "to", either?.ToPath);
        WriteText(writer, "message", either is null ? null : channel?.MessageOf(either));
        if (either is null)
        {
            writer.WriteNull("cause");
        }
        else
        {
            writer.WriteNumber("cause", either.Cause);
        }
    }

    private static void WriteChanged(Utf8JsonWriter writer, ImmutableArray<ChangedPlugin> changed)
    {
        if (changed.IsEmpty)
        {
            return;
        }

        writer.WriteStartArray("changed_plugins");
        foreach (var plugin in changed)
        {
            writer.WriteStartObject();
            writer.WriteString("name", plugin.Recorded.Name);
            writer.WriteString("version", plugin.Recorded.Version);
            writer.WriteString("recorded_sha256", plugin.Recorded.FileHash);
            writer.WriteString("sha256", plugin.Present.FileHash);
            writer.WriteString("path", plugin.Present.Path);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteField(Utf8JsonWriter writer, FieldDifference? field)
    {
        WriteText(writer, "field", field?.Path);
        WriteText(writer, "recorded", LeafText.Of(field?.One));
        WriteText(writer, "recomputed", LeafText.Of(field?.Other));
        if (field?.Ulps is { } ulps)
        {
            writer.WriteNumber("ulps", ulps);
        }
        else
        {
            writer.WriteNull("ulps");
        }
    }

    private static void WriteSuspect(Utf8JsonWriter writer, DivergenceReport divergence)
    {
        var sender = (divergence.Found.Recorded ?? divergence.Found.Recomputed)?.FromPath ?? "";
        if (divergence.Found.Marks.TryGetValue(sender, out var mark))
        {
            writer.WriteStartObject("sender_last_same_state");
            writer.WriteNumber("ordinal", mark.Ordinal);
            writer.WriteString("state_hash", mark.StateHash.ToString("x16", CultureInfo.InvariantCulture));
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteNull("sender_last_same_state");
        }

        if (divergence.Suspect is { } suspect)
        {
            writer.WriteBoolean("sender_is_deterministic", suspect.IsDeterministic);
        }
        else
        {
            writer.WriteNull("sender_is_deterministic");
        }

        writer.WriteStartArray("changes");
        foreach (var change in divergence.Changes)
        {
            writer.WriteStringValue(change);
        }

        writer.WriteEndArray();
        writer.WriteString("reason", divergence.Reason);
        WriteText(writer, "hint", divergence.Hint);
    }

    private static string? HashOf(DeliveryRecord? record) =>
        record?.PayloadHash.ToString("x16", CultureInfo.InvariantCulture);

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
