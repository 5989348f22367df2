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
                var isTaken = name is not null && EntryNames.Reserved(kind).Contains(name);
                if (name is null || !IsName(name) || isTaken || !seen.Add(name))
                {
                    return Result.Failure<PluginEntries, Error>(
                        Problem($"plug-in {plugin}", EntryNames.Word(kind), name, isTaken)
                    );
                }
            }
        }

        return Result.Success<PluginEntries, Error>(entries);
    }

    private static bool IsName(string name) =>
        name.Length > 0 && name.All(static letter => PluginReading.IsPlain(letter, "-._/"));

    private static Error Problem(string where, string word, string? name, bool isTaken) =>
        name is null ? new(where, $"a null among its entries: {word}", "an entry", "Leave it out.")
        : isTaken ? new(where, $"{word} '{name}'", "a word that means nothing else", "Rename it.")
        : IsName(name) ? new(where, $"{word} '{name}' twice", "a name for each", "Rename one of the two.")
        : new(
            where,
            $"{word} '{name}'",
            "a name of letters, digits, dots, hyphens, underscores and slashes",
            "Rename it."
        );
}
