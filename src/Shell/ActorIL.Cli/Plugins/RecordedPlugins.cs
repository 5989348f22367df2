using System.Collections.Immutable;
using System.Text.Json;
using ActorIL.Core.Prelude;
using ActorIL.Experiments;
using ActorIL.Storage.Files;
using ActorIL.Storage.Traces;

namespace ActorIL.Cli.Plugins;

/// <summary>Holds the plug-ins that are at hand against those that a run had.</summary>
internal static class RecordedPlugins
{
    /// <summary>
    /// Why the run cannot go on with them: one that computed is not there, or is of another version or contract.
    /// Another file alone is no reason.
    /// </summary>
    /// <param name="where">The run: its trace or its checkpoint.</param>
    /// <param name="recorded">Those it had.</param>
    /// <param name="present">Those at hand.</param>
    public static ImmutableArray<Error> Problems(
        string where,
        ImmutableArray<TracePlugin> recorded,
        ImmutableArray<TracePlugin> present
    ) =>
        [
            .. recorded
                .Where(static plugin => plugin.IsComputing)
                .Select(plugin => Problem(where, plugin, Named(present, plugin.Name)))
                .OfType<Error>(),
        ];

    /// <summary>Those whose file is another than the run's, though name, version and contract are the same.</summary>
    public static ImmutableArray<ChangedPlugin> Changed(
        ImmutableArray<TracePlugin> recorded,
        ImmutableArray<TracePlugin> present
    ) =>
        [
            .. from plugin in recorded
            let found = Named(present, plugin.Name)
            where found is not null && found.FileHash != plugin.FileHash
            select new ChangedPlugin(plugin, found),
        ];

    /// <summary>Those of a run, as they are noted.</summary>
    public static ImmutableArray<TracePlugin> Of(BoundRun run) => Of(run.Plugins);

    /// <summary>Plug-ins as they are noted.</summary>
    public static ImmutableArray<TracePlugin> Of(ImmutableArray<UsedPlugin> plugins) =>
        [
            .. plugins.Select(static plugin => new TracePlugin(
                plugin.Identity.Name,
                plugin.Identity.Version,
                plugin.Identity.Contract,
                plugin.Identity.FileHash,
                plugin.Path,
                plugin.IsComputing,
                plugin.AmbientCallCount
            )),
        ];

    /// <summary>As a checkpoint keeps them; empty for none.</summary>
    public static string Render(ImmutableArray<TracePlugin> plugins) =>
        plugins.IsEmpty ? "" : JsonText.Object(writer => TracePluginJson.Write(writer, plugins), isIndented: false);

    /// <summary>Those that a checkpoint kept; none where it kept none, or something else.</summary>
    public static ImmutableArray<TracePlugin> Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text.Length > 0 ? text : "{}");
            return TracePluginJson.Read(document.RootElement);
        }
        catch (JsonException)
        {
            return [];
        }
        catch (KeyNotFoundException)
        {
            return [];
        }
        catch (InvalidOperationException)
        {
            return [];
        }
    }

    private static TracePlugin? Named(ImmutableArray<TracePlugin> plugins, string name) =>
        plugins.FirstOrDefault(plugin => plugin.Name == name);

    private static Error? Problem(string where, TracePlugin recorded, TracePlugin? found) =>
        found is null
            ? new(
                where,
                $"no plug-in {recorded.Name}",
                $"plug-in {recorded.Name} {recorded.Version}, which the run had",
                $"Give its file with {PluginFlags.PluginName}; it was {recorded.Path}."
            )
        : found.Version != recorded.Version
            ? new(
                where,
                $"plug-in {found.Name} {found.Version}, {found.Path}",
                $"{recorded.Name} {recorded.Version}, which the run had",
                $"Give the run's own with {PluginFlags.PluginName}, or go on all the same with"
                    + $" {PluginFlags.MismatchName}."
            )
        : found.Contract != recorded.Contract
            ? new(
                where,
                $"plug-in {found.Name} {found.Version} built for contract {found.Contract}, {found.Path}",
                $"one built for contract {recorded.Contract}, as the run had",
                $"Give the run's own with {PluginFlags.PluginName}, or go on all the same with"
                    + $" {PluginFlags.MismatchName}."
            )
        : null;
}
