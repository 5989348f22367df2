using System.Collections.Immutable;
using System.Text.Json;

namespace ActorIL.Storage.Traces;

/// <summary>
/// Plug-ins as manifests, summaries and checkpoints have them. Nothing is written where there are none.
/// </summary>
public static class TracePluginJson
{
    /// <summary>The name of the array.</summary>
    public const string Name = "plugins";

    /// <summary>Writes them into the object at hand.</summary>
    public static void Write(Utf8JsonWriter writer, ImmutableArray<TracePlugin> plugins)
    {
        if (plugins.IsEmpty)
        {
            return;
        }

        writer.WriteStartArray(Name);
        foreach (var plugin in plugins)
        {
            writer.WriteStartObject();
            writer.WriteString("name", plugin.Name);
            writer.WriteString("version", plugin.Version);
            writer.WriteString("contract", plugin.Contract);
            writer.WriteString("sha256", plugin.FileHash);
            writer.WriteString("path", plugin.Path);
            writer.WriteBoolean("computes", plugin.IsComputing);
            writer.WriteNumber("ambient_calls", plugin.AmbientCallCount);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>Those of an object; none where it names none.</summary>
    /// <exception cref="KeyNotFoundException">One lacks a field.</exception>
    /// <exception cref="InvalidOperationException">A field is of another type.</exception>
    public static ImmutableArray<TracePlugin> Read(JsonElement root) =>
        root.TryGetProperty(Name, out var plugins)
            ?
            [
                .. plugins
                    .EnumerateArray()
                    .Select(static plugin => new TracePlugin(
                        plugin.GetProperty("name").GetString()!,
                        plugin.GetProperty("version").GetString()!,
                        plugin.GetProperty("contract").GetString()!,
                        plugin.GetProperty("sha256").GetString()!,
                        plugin.GetProperty("path").GetString()!,
                        plugin.GetProperty("computes").GetBoolean(),
                        plugin.GetProperty("ambient_calls").GetInt32()
                    )),
            ]
            : [];
}
