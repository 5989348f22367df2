using System.Text.Json;
using ActorIL.Cli.Terminals;
using ActorIL.Environments;
using ActorIL.Storage.Files;

namespace ActorIL.Cli.EnvironmentViews;

/// <summary>Every environment on a line.</summary>
internal static class EnvironmentListing
{
    public static ExitCode Write(Terminal terminal, EnvironmentCatalog catalog, bool isJson)
    {
        if (isJson)
        {
            terminal.WriteJson(writer => WriteFields(writer, catalog));
            return ExitCode.Success;
        }

        terminal.Out.Write(TextTable.Render(
            ["name", "observations", "actions", "controller", "summary"], [.. catalog.Entries.Select(Row)]));
        return ExitCode.Success;
    }

    private static string[] Row(EnvironmentEntry entry) =>
    [
        entry.Id,
        SpaceView.Short(entry.Module.Observations),
        SpaceView.Short(entry.Module.Actions),
        HasController(entry) ? "yes" : "no",
        entry.Module.Summary,
    ];

    private static void WriteFields(Utf8JsonWriter writer, EnvironmentCatalog catalog)
    {
        writer.WriteStartArray("environments");
        foreach (var entry in catalog.Entries)
        {
            writer.WriteStartObject();
            writer.WriteString("name", entry.Id);
            writer.WriteString("summary", entry.Module.Summary);
            SpaceView.Write(writer, "observations", entry.Module.Observations);
            SpaceView.Write(writer, "actions", entry.Module.Actions);
            writer.WriteBoolean("has_controller", HasController(entry));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static bool HasController(EnvironmentEntry entry) => entry.Controller.Match(_ => true, _ => false);
}
