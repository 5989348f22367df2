using System.Globalization;
using System.Text.Json;
using ActorIL.Actors.Traces;
using ActorIL.Core.Fields;
using ActorIL.Storage.Traces;
using ActorIL.Storage.Traces.Differences;

namespace ActorIL.Cli.Traces;

/// <summary>
/// A difference as the one JSON object of `trace diff --json`. Its field names are a promise to scripts.
/// </summary>
internal static class DiffJson
{
    private const int FieldCountMax = 100;

    public static void Write(Utf8JsonWriter writer, DiffReport report)
    {
        writer.WriteBoolean("same", report.Found.IsSame);
        writer.WriteString("a", report.Request.One);
        writer.WriteString("b", report.Request.Other);
        writer.WriteString("level", TraceLevels.NameOf(report.Found.Level));
        if (report.Request.Tolerance is { } tolerance)
        {
            writer.WriteNumber("tolerance", tolerance);
        }
        else
        {
            writer.WriteNull("tolerance");
        }

        Write(writer, "configuration", report.Configuration);
        Write(writer, "manifest", report.Manifest);
        writer.WriteNumber("same_until", report.Found.SameUntil);
        WriteFirst(writer, report.Found.Delivery);
        WriteOtherwise(writer, report.Found.Otherwise);
        writer.WriteStartObject("deliveries");
        Write(writer, report.Found.Total);
        writer.WriteEndObject();
        writer.WriteStartArray("messages");
        foreach (var (message, counts) in report.Found.Messages)
        {
            writer.WriteStartObject();
            writer.WriteString("message", message);
            Write(writer, counts);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, string name, IEnumerable<NamedDifference> differences)
    {
        writer.WriteStartArray(name);
        foreach (var difference in differences)
        {
            writer.WriteStartObject();
            writer.WriteString("name", difference.Name);
            writer.WriteString("a", difference.One);
            writer.WriteString("b", difference.Other);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteFirst(Utf8JsonWriter writer, FirstDifference? first)
    {
        if ((first?.One ?? first?.Other) is not { } either)
        {
            writer.WriteNull("first");
            return;
        }

        writer.WriteStartObject("first");
        writer.WriteString("class", DivergenceNames.Of(first!.Class));
        writer.WriteString("message", either.Channel.MessageOf(either.Record));
        writer.WriteString("from", either.Record.FromPath);
        writer.WriteString("to", either.Record.ToPath);
        Write(writer, "a", first.One);
        Write(writer, "b", first.Other);
        if (first.Fields.IsDefault)
        {
            writer.WriteNull("fields");
        }
        else
        {
            writer.WriteStartArray("fields");
            foreach (var field in first.Fields.Take(FieldCountMax))
            {
                Write(writer, field);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, TraceEntry.Delivered? delivered)
    {
        if (delivered is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteNumber("ordinal", delivered.Record.Ordinal);
        writer.WriteString("key", delivered.Record.Key.ToString());
        writer.WriteNumber("cause", delivered.Record.Cause);
        writer.WriteString("hash", delivered.Record.PayloadHash.ToString("x16", CultureInfo.InvariantCulture));
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, FieldDifference field)
    {
        writer.WriteStartObject();
        writer.WriteString("field", field.Path);
        writer.WriteString("a", LeafText.Of(field.One));
        writer.WriteString("b", LeafText.Of(field.Other));
        if (field.Ulps is { } ulps)
        {
            writer.WriteNumber("ulps", ulps);
        }
        else
        {
            writer.WriteNull("ulps");
        }

        writer.WriteEndObject();
    }

    private static void WriteOtherwise(Utf8JsonWriter writer, (string One, string Other) otherwise)
    {
        if (otherwise == ("", ""))
        {
            writer.WriteNull("otherwise");
            return;
        }

        writer.WriteStartObject("otherwise");
        writer.WriteString("a", otherwise.One);
        writer.WriteString("b", otherwise.Other);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, DeliveryCounts counts)
    {
        writer.WriteNumber("same", counts.SameCount);
        writer.WriteNumber("changed", counts.ChangedCount);
        writer.WriteNumber("other_time", counts.RetimedCount);
        writer.WriteNumber("only_a", counts.OnlyFirstCount);
        writer.WriteNumber("only_b", counts.OnlySecondCount);
    }
}
