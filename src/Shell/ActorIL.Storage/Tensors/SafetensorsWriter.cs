using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using ActorIL.Storage.Files;

namespace ActorIL.Storage.Tensors;

/// <summary>Writes the bytes of a safetensors file.</summary>
internal static class SafetensorsWriter
{
    /// <summary>The bytes that hold the header's length.</summary>
    public const int PrefixLength = 8;

    private const int Alignment = 8;

    public static void Write(Stream stream, CheckpointContent content)
    {
        var ordered = content.Tensors.OrderByDescending(tensor => TensorTypes.Size(tensor.Type)).ToArray();
        var json = JsonText.Object(writer => Header(writer, ordered, content), isIndented: false);
        var byteCount = Encoding.UTF8.GetByteCount(json);
        var padding = (Alignment - (byteCount % Alignment)) % Alignment;
        Span<byte> prefix = stackalloc byte[PrefixLength];
        BinaryPrimitives.WriteUInt64LittleEndian(prefix, (ulong)(byteCount + padding));
        stream.Write(prefix);
        stream.Write(Encoding.UTF8.GetBytes(json + new string(' ', padding)));
        foreach (var tensor in ordered)
        {
            stream.Write(TensorBytes.Of(tensor));
        }
    }

    private static void Header(Utf8JsonWriter writer, Tensor[] ordered, CheckpointContent content)
    {
        if (content.Metadata.Count > 0)
        {
            writer.WriteStartObject(CheckpointContent.MetadataName);
            foreach (var (name, text) in content.Metadata)
            {
                writer.WriteString(name, text);
            }

            writer.WriteEndObject();
        }

        var begin = 0L;
        foreach (var tensor in ordered)
        {
            var end = begin + ((long)Tensor.CountOf(tensor.Shape) * TensorTypes.Size(tensor.Type));
            WriteEntry(writer, tensor, begin, end);
            begin = end;
        }
    }

    private static void WriteEntry(Utf8JsonWriter writer, Tensor tensor, long begin, long end)
    {
        writer.WriteStartObject(tensor.Name);
        writer.WriteString("dtype", TensorTypes.Name(tensor.Type));
        writer.WriteStartArray("shape");
        foreach (var length in tensor.Shape)
        {
            writer.WriteNumberValue(length);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("data_offsets");
        writer.WriteNumberValue(begin);
        writer.WriteNumberValue(end);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
