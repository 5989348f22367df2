using System.Text.Json;
using ActorIL.Storage.Files;

namespace ActorIL.Cli.Terminals;

/// <summary>Output for programs: exactly one JSON object.</summary>
internal static class JsonOutput
{
    public static void WriteJson(this Terminal terminal, Action<Utf8JsonWriter> fields) =>
        terminal.WriteJson(JsonText.Object(fields));

    /// <summary>Writes an object that is text already.</summary>
    public static void WriteJson(this Terminal terminal, string text)
    {
        terminal.Out.Write(text);
        terminal.Out.Write('\n');
        terminal.Out.Flush();
    }
}
