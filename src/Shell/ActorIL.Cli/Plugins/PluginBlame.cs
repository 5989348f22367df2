using ActorIL.Core.Prelude;
using ActorIL.Experiments;

namespace ActorIL.Cli.Plugins;

/// <summary>Says of an error which plug-in it may come from.</summary>
internal static class PluginBlame
{
    /// <summary>The same error; where it is of an environment that a plug-in brought, that plug-in is named.</summary>
    public static Error Named(Error error, BoundRun run) =>
        OwnerOf(run) is { } plugin && error.Found.Contains(run.Plan.Environment.Id, StringComparison.Ordinal)
            ? error with
            {
                Remedy =
                    $"{run.Plan.Environment.Id} comes from plug-in {NameOf(plugin)}, {plugin.Path}. {error.Remedy}",
            }
            : error;

    /// <summary>The plug-ins of a run that compute, for errors that may be of any of them; empty for none.</summary>
    public static string Computing(BoundRun run) =>
        string.Join(" or ", run.Plugins.Where(static plugin => plugin.IsComputing).Select(NameOf));

    /// <summary>
    /// The plug-in that a run's environment comes from, however it is viewed; null for the program's own.
    /// </summary>
    private static UsedPlugin? OwnerOf(BoundRun run) =>
        run.Plugins.FirstOrDefault(plugin =>
            run.Catalog.Plugins.Any(known =>
                known.Identity == plugin.Identity
                && known.Entries.Environments.Any(entry =>
                    run.Plan.Environment.Id.StartsWith(entry.Id, StringComparison.Ordinal)
                )
            )
        );

    private static string NameOf(UsedPlugin plugin) => $"{plugin.Identity.Name} {plugin.Identity.Version}";
}
