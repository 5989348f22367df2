using System.Text.Json;

namespace ActorIL.Storage.Tests.Tensors;

/// <summary>
/// A second, slow reader of the format, written from its public description alone: every tensor as text, its numbers as
/// bits. Shares nothing with the reader it checks.
/// </summary>
internal static class NaiveSafetensors
{
    public static SortedDictionary<string, string> Read(byte[] file)
    {
        var headerLength = (int)BitConverter.ToUInt64(file);
        var data = file.AsSpan(8 + headerLength).ToArray();
        using var header = JsonDocument.Parse(file.AsMemory(8, headerLength));
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in header.RootElement.EnumerateObject())
        {
            if (entry.Name == "__metadata__")
            {
                foreach (var text in entry.Value.EnumerateObject())
                {
                    found.Add($"metadata {text.Name}", text.Value.GetString()!);
                }

                continue;
            }

            var offsets = entry.Value.GetProperty("data_offsets").EnumerateArray().Select(x => x.GetInt32()).ToArray();
            var type = entry.Value.GetProperty("dtype").GetString()!;
            var shape = string.Join(',', entry.Value.GetProperty("shape").EnumerateArray().Select(x => x.GetInt32()));
            var size = type switch { "F32" => 4, "U8" => 1, _ => 8 };
            var numbers = data[offsets[0]..offsets[1]].Chunk(size).Select(Convert.ToHexString);
            found.Add($"tensor {entry.Name}", $"{type} [{shape}] {string.Join(' ', numbers)}");
        }

        return found;
    }
}
