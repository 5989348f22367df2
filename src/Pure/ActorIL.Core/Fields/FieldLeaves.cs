using System.Collections.Immutable;
using System.Globalization;

namespace ActorIL.Core.Fields;

/// <summary>A decoded value as a list of its leaves, in the order of its fields.</summary>
internal static class FieldLeaves
{
    /// <summary>Every number, text and mark of a value, one by one; lists and arrays give one for each item.</summary>
    public static IEnumerable<FieldLeaf> Of(FieldNode node) => Of("", node);

    private static IEnumerable<FieldLeaf> Of(string path, FieldNode node) =>
        node.Match(
            boolean => One(path, boolean.Value ? "true" : "false"),
            integer => One(path, integer.Value.ToString(CultureInfo.InvariantCulture)),
            identity => One(path, identity.Value.ToString("x16", CultureInfo.InvariantCulture)),
            single => [Single(path, single.Value)],
            wide => [Double(path, wide.Value)],
            text => One(path, text.Value),
            bytes => One(path, Convert.ToHexStringLower(bytes.Values.AsSpan())),
            integers =>
                Items(path, integers.Values, (at, value) => Leaf(at, value.ToString(CultureInfo.InvariantCulture))),
            singles => Items(path, singles.Values, Single),
            doubles => Items(path, doubles.Values, Double),
            block => One(path, block.Hash.ToString("x16", CultureInfo.InvariantCulture)),
            record => record.Fields.SelectMany(field => Of(Join(path, field.Description.Name), field.Value)),
            records => records.Items.SelectMany((item, index) => Of(At(path, index), item)),
            _ => One(path, "absent")
        );

    private static IEnumerable<FieldLeaf> One(string path, string text) => [Leaf(path, text)];

    private static IEnumerable<FieldLeaf> Items<T>(
        string path,
        ImmutableArray<T> values,
        Func<string, T, FieldLeaf> leaf
    ) => values.Select((value, index) => leaf(At(path, index), value));

    private static FieldLeaf Leaf(string path, string text) => new(path, text, Bits: 0, Width: 0);

    private static FieldLeaf Single(string path, float value) =>
        new(path, value.ToString("R", CultureInfo.InvariantCulture), CanonicalNumbers.Bits(value), Width: 32);

    private static FieldLeaf Double(string path, double value) =>
        new(path, value.ToString("R", CultureInfo.InvariantCulture), CanonicalNumbers.Bits(value), Width: 64);

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static string At(string path, int index) => string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");
}
