using System.Globalization;

namespace ActorIL.Hocon.Terms;

/// <summary>Objects whose keys are numbers stand for arrays where an array is wanted.</summary>
internal static class NumericKeys
{
    public static bool TryIndex(string key, out int index) =>
        int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out index);

    /// <summary>The items of numeric keys in the order of their numbers; other keys are ignored.</summary>
    public static IEnumerable<T> InOrder<T>(IEnumerable<T> items, Func<T, string> keyOf) =>
        items
            .Select(item => (Item: item, IsIndex: TryIndex(keyOf(item), out var index), Index: index))
            .Where(entry => entry.IsIndex)
            .OrderBy(entry => entry.Index)
            .Select(entry => entry.Item);
}
