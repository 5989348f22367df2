using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ActorIL.Storage.Files;

/// <summary>Deterministic JSON: the same calls give the same bytes on every machine and in every culture.</summary>
public static class JsonText
{
    private static JsonWriterOptions Options(bool isIndented) =>
        new()
        {
            Indented = isIndented,
            IndentSize = 2,
            NewLine = "\n",

            // Paths and names stay readable; the text is read by tools and people, never placed inside a web page.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };

    /// <summary>One JSON object, its fields in the order written, over several lines with LF, or on one.</summary>
    public static string Object(Action<Utf8JsonWriter> fields, bool isIndented = true)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options(isIndented)))
        {
            writer.WriteStartObject();
            fields(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    extension(Utf8JsonWriter writer)
    {
        /// <summary>
        /// A number in the shortest form that reads back as itself; NaN and infinities, which JSON lacks, as null.
        /// </summary>
        public void WriteFinite(string name, double value)
        {
            if (double.IsFinite(value))
            {
                writer.WriteNumber(name, value);
            }
            else
            {
                writer.WriteNull(name);
            }
        }
    }
}
