using System.Collections.Immutable;
using System.Text.Json;

namespace ActorIL.Storage.Datasets;

/// <summary>The arrays of a data set, as a field of its description.</summary>
public static class ArrayJson
{
    /// <summary>Their types and shapes, by name.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="arrays">In the order to be written.</param>
    public static void Write(
        Utf8JsonWriter writer,
        IEnumerable<(string Name, NpyType Type, ImmutableArray<long> Shape)> arrays
    )
    {
        writer.WriteStartObject("arrays");
        foreach (var (name, type, shape) in arrays)
        {
            writer.WriteStartObject(name);
            writer.WriteString("type", Npy.NameOf(type));
            writer.WriteStartArray("shape");
            foreach (var size in shape)
            {
                writer.WriteNumberValue(size);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
