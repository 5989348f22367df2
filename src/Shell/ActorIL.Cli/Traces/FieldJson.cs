using System.Globalization;
using System.Text.Json;
using ActorIL.Core.Fields;

namespace ActorIL.Cli.Traces;

/// <summary>
/// Decoded values as JSON: records are objects, arrays arrays, floats in the shortest form that reads back. What JSON
/// lacks is text: NaN and infinities by name, 64-bit names as 16 hexadecimal digits.
/// </summary>
internal static class FieldJson
{
    public static void Write(Utf8JsonWriter writer, string name, FieldNode? node)
    {
        writer.WritePropertyName(name);
        if (node is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            Write(writer, node);
        }
    }

    private static bool Write(Utf8JsonWriter writer, FieldNode node) =>
        node.Match(
            boolean => Done(() => writer.WriteBooleanValue(boolean.Value)),
            integer => Done(() => writer.WriteNumberValue(integer.Value)),
            identity => Done(() => writer.WriteStringValue(Hex(identity.Value))),
            single => Done(() => Float(writer, single.Value)),
            wide => Done(() => Float(writer, wide.Value)),
            text => Done(() => writer.WriteStringValue(text.Value)),
            bytes => Items(writer, bytes.Values, item => writer.WriteNumberValue(item)),
            integers => Items(writer, integers.Values, writer.WriteNumberValue),
            singles => Items(writer, singles.Values, item => Float(writer, item)),
            doubles => Items(writer, doubles.Values, item => Float(writer, item)),
            block => Done(() => writer.WriteStringValue(Hex(block.Hash))),
            record =>
                Done(() =>
                {
                    writer.WriteStartObject();
                    foreach (var field in record.Fields)
                    {
                        Write(writer, field.Description.Name, field.Value);
                    }

                    writer.WriteEndObject();
                }),
            records => Items(writer, records.Items, item => Write(writer, item)),
            _ => Done(writer.WriteNullValue)
        );

    private static void Float(Utf8JsonWriter writer, float value)
    {
        if (float.IsFinite(value))
        {
            writer.WriteNumberValue(value);
        }
        else
        {
            writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static void Float(Utf8JsonWriter writer, double value)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumberValue(value);
        }
        else
        {
            writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static bool Items<T>(Utf8JsonWriter writer, IEnumerable<T> items, Action<T> write)
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            write(item);
        }

        writer.WriteEndArray();
        return true;
    }

    private static bool Done(Action write)
    {
        write();
        return true;
    }

    private static string Hex(ulong value) => value.ToString("x16", CultureInfo.InvariantCulture);
}
