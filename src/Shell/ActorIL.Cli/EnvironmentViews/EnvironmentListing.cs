using System.Text.Json;
using ActorIL.Cli.Terminals;
using ActorIL.Environments;
using ActorIL.Plugins;
using ActorIL.Storage.Files;

namespace ActorIL.Cli.EnvironmentViews;

/// <summary>Every environment on a line.</summary>
internal static class EnvironmentListing
{
    public static ExitCode Write(Terminal terminal, Catalog catalog, bool isJson)
    {
        if (isJson)
        {
            terminal.WriteJson(writer => WriteFields(writer, catalog));
            return ExitCode.Success;
        }

        // Where all of them came with the program, nobody needs to be told so on every line.
        var isExtended = terminal.Plugins.UsedIn(catalog).Length > 0;
        terminal.Out.Write(
            TextTable.Render(
                ["name", "observations", "actions", "controller", .. Only(isExtended, "plug-in"), "summary"],
                [.. catalog.Environments.Entries.Select(entry => Row(entry, Only(isExtended, OwnerOf(catalog, entry))))]
            )
        );
        return ExitCode.Success;
    }

    private static string[] Row(EnvironmentEntry entry, string[] plugin) =>
        [
            entry.Id,
            SpaceView.Short(entry.Module.Observations),
            SpaceView.Short(entry.Module.Actions),
            HasController(entry) ? "yes" : "no",
            .. plugin,
            entry.Module.Summary,
        ];

    private static void WriteFields(Utf8JsonWriter writer, Catalog catalog)
    {
        writer.WriteStartArray("environments");
        foreach (var entry in catalog.Environments.Entries)
        {
            writer.WriteStartObject();
            writer.WriteString("name", entry.Id);
            writer.WriteString("summary", entry.Module.Summary);
            SpaceView.Write(writer, "observations", entry.Module.Observations);
            SpaceView.Write(writer, "actions", entry.Module.Actions);
            writer.WriteBoolean("has_controller", HasController(entry));
            writer.WriteString("plugin", OwnerOf(catalog, entry));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string[] Only(bool isWanted, string text) => isWanted ? [text] : [];

    private static string OwnerOf(Catalog catalog, EnvironmentEntry entry) =>
        catalog.PluginOf(EntryKind.Environment, entry.Id)?.Name ?? "";

    private static bool HasController(EnvironmentEntry entry) => entry.Controller.Match(_ => true, _ => false);
}
