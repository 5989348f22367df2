using ActorIL.Core.Prelude;

namespace ActorIL.Plugins;

/// <summary>Which plug-in took part in a run: what the manifest of a trace says of it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Contract">The contract it was built for, such as 1.0.</param>
/// <param name="FileHash">SHA-256 of its file, 64 hexadecimal digits; empty for what comes with the program.</param>
public sealed record PluginIdentity(string Name, string Version, string Contract, string FileHash)
{
    /// <summary>
    /// Asks a plug-in who it is; an error if its name or its version is missing, not allowed, or throws.
    /// </summary>
    /// <param name="plugin">The plug-in.</param>
    /// <param name="contract">The contract it was built for.</param>
    /// <param name="fileHash">The hash of its file; empty where it has none.</param>
    public static Result<PluginIdentity, Error> Of(IPlugin plugin, string contract, string fileHash) =>
        PluginReading
            .Try(plugin, nameof(IPlugin.Name), static plugin => plugin.Name)
            .Then(name =>
                PluginReading
                    .Try(plugin, nameof(IPlugin.Version), static plugin => plugin.Version)
                    .Map(version => new PluginIdentity(name, version, contract, fileHash))
            )
            .Then(identity => PluginReading.Checked(plugin, identity));
}
