using ActorIL.Core.Prelude;

namespace ActorIL.Plugins;

/// <summary>What must hold for the entries of one plug-in.</summary>
internal static class EntryChecks
{
    /// <summary>The entries, if each is there and has a name that no other of its kind has.</summary>
    public static Result<PluginEntries, Error> Check(string plugin, PluginEntries entries)
    {
        foreach (var kind in EntryNames.Kinds)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var name in EntryNames.Of(entries, kind))
            {
                if (name is null || !IsName(name) || !seen.Add(name))
                {
                    return Result.Failure<PluginEntries, Error>(Problem(plugin, EntryNames.Word(kind), name));
                }
            }
        }

        return Result.Success<PluginEntries, Error>(entries);
    }

    private static bool IsName(string name) =>
        name.Length > 0 && name.All(static letter => PluginReading.IsPlain(letter, "-._/"));

    private static Error Problem(string plugin, string word, string? name) =>
        name is null ? new($"plug-in {plugin}", $"an entry that is null among its {word}s", "entries", "Leave it out.")
        : IsName(name) ? new($"plug-in {plugin}", $"{word} '{name}' twice", "a name for each", "Rename one of the two.")
        : new(
            $"plug-in {plugin}",
            $"{word} '{name}'",
            "a name of letters, digits, dots, hyphens, underscores and slashes",
            "Rename it."
        );
}
