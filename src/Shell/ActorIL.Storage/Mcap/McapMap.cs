using ActorIL.Core.Prelude;

namespace ActorIL.Storage.Mcap;

/// <summary>Texts by key, sorted by key in ordinal order, so that equal maps have equal bytes.</summary>
public sealed record McapMap
{
    private McapMap(EquatableArray<McapEntry> entries) => Entries = entries;

    public static McapMap Empty { get; } = new([]);

    /// <summary>Ascending by key, no key twice.</summary>
    public EquatableArray<McapEntry> Entries { get; }

    /// <summary>The map of these entries, in any order.</summary>
    /// <exception cref="ArgumentException">A key stands twice.</exception>
    public static McapMap Of(params ReadOnlySpan<(string Key, string Value)> entries)
    {
        var sorted = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in entries)
        {
            sorted.Add(key, value);
        }

        return Of(sorted);
    }

    /// <summary>The text of a key, if there is one.</summary>
    public bool TryGet(string key, out string value)
    {
        foreach (var entry in Entries)
        {
            if (entry.Key == key)
            {
                value = entry.Value;
                return true;
            }
        }

        value = "";
        return false;
    }

    internal static McapMap Of(SortedDictionary<string, string> sorted) =>
        new(EquatableArray.From(sorted.Select(pair => new McapEntry(pair.Key, pair.Value))));
}
