using ActorIL.Core.Prelude;

namespace ActorIL.Plugins;

/// <summary>
/// Asks plug-ins, which may be wrong or throw, so that every fault is an error that names the plug-in.
/// </summary>
internal static class PluginReading
{
    /// <summary>What a property gives; an error where it gives nothing or throws.</summary>
    public static Result<T, Error> Try<T>(IPlugin plugin, string property, Func<IPlugin, T?> read)
        where T : class =>
        PluginCalls.Try($"plug-in {plugin.GetType().FullName}", $"the property {property}", () => read(plugin));

    /// <summary>The identity, if its name can stand in manifests and its version is there.</summary>
    public static Result<PluginIdentity, Error> Checked(IPlugin plugin, PluginIdentity identity) =>
        identity.Name.Length == 0 || !identity.Name.All(static letter => IsPlain(letter, "-."))
            ? Result.Failure<PluginIdentity, Error>(
                new(
                    $"plug-in {plugin.GetType().FullName}",
                    $"the name '{identity.Name}'",
                    "letters, digits, dots and hyphens",
                    "Return such a name from Name, as in Maze or Company.Maze."
                )
            )
        : string.IsNullOrWhiteSpace(identity.Version) || identity.Version.Any(char.IsControl)
            ? Result.Failure<PluginIdentity, Error>(
                new(
                    $"plug-in {identity.Name}",
                    $"the version '{identity.Version}'",
                    "a version, such as 1.2.0",
                    "Return one from Version."
                )
            )
        : Result.Success<PluginIdentity, Error>(identity);

    /// <summary>Whether a character may stand in a name.</summary>
    /// <param name="letter">The character.</param>
    /// <param name="others">What may stand beside letters and digits.</param>
    public static bool IsPlain(char letter, string others) =>
        char.IsAsciiLetterOrDigit(letter) || others.Contains(letter, StringComparison.Ordinal);
}
