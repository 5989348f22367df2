using System.Globalization;
using System.Text.Json;
using ActorIL.Actors.Probing;
using ActorIL.Core.Fields;

namespace ActorIL.Cli.Traces;

/// <summary>
/// One delivery as the one JSON object of `trace show --json`. Its field names are a promise to scripts.
/// </summary>
internal static class ShowJson
{
    public static void Write(Utf8JsonWriter writer, ShownDelivery shown)
    {
        _ = DeliveryJson.Write(writer, shown.Delivered);
        writer.WriteString("sent_as", shown.Record.SentAs is null ? null : shown.Record.SentKey.ToString());
        writer.WriteBoolean("external", shown.Record.IsExternal);
        writer.WriteStartArray("causes");
        foreach (var cause in shown.Causes)
        {
            writer.WriteStartObject();
            writer.WriteNumber("ordinal", cause.Record.Ordinal);
            writer.WriteString("key", cause.Record.Key.ToString());
            writer.WriteString("from", cause.Record.FromPath);
            writer.WriteString("to", cause.Record.ToPath);
            writer.WriteString("message", cause.Channel.MessageOf(cause.Record));
            writer.WriteString("hash", Hex(cause.Record.PayloadHash));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        FieldJson.Write(writer, "payload", shown.Recorded);
        writer.WriteString(
            "payload_is",
            shown.IsWhole ? "whole"
                : shown.Record.Payload.IsEmpty ? "absent"
                : "part"
        );
        if (shown.Step is not { } step)
        {
            writer.WriteNull("step");
            return;
        }

        writer.WriteStartObject("step");
        Write(writer, shown, step);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ShownDelivery shown, StepObservation step)
    {
        writer.WriteString("actor", step.Path);
        writer.WriteString("behavior", step.Behavior.ToString());
        FieldJson.Write(writer, "message", shown.Computed);
        writer.WriteBoolean("message_is_as_recorded", shown.IsAsRecorded);
        writer.WriteString("failure", step.Failure?.Text);
        writer.WriteStartArray("effects");
        foreach (var effect in step.Effects)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", EffectText.NameOf(effect.Kind));
            writer.WriteString("to", effect.To.IsNone ? null : shown.PathOf(effect.To));
            writer.WriteString("body", effect.Body.Length == 0 ? null : effect.Body);
            writer.WriteString("hash", effect.BodyHash == 0 ? null : Hex(effect.BodyHash));
            writer.WriteNumber("delay_ticks", effect.DelayTicks);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        FieldJson.Write(writer, "before", shown.Before);
        FieldJson.Write(writer, "after", shown.After);
        writer.WriteStartArray("changed");
        if (shown.Before is { } before && shown.After is { } after)
        {
            WriteChanges(writer, before, after);
        }

        writer.WriteEndArray();
        writer.WriteBoolean("deterministic", step.IsDeterministic);
    }

    private static void WriteChanges(Utf8JsonWriter writer, FieldNode before, FieldNode after)
    {
        foreach (var difference in FieldDifference.Between(before, after))
        {
            writer.WriteStartObject();
            writer.WriteString("path", difference.Path);
            writer.WriteString("before", difference.One?.Text);
            writer.WriteString("after", difference.Other?.Text);
            if (difference.Ulps is { } ulps)
            {
                writer.WriteNumber("ulps", ulps);
            }
            else
            {
                writer.WriteNull("ulps");
            }

            writer.WriteEndObject();
        }
    }

    private static string Hex(ulong value) => value.ToString("x16", CultureInfo.InvariantCulture);
}
