using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ActorIL.Core.Fields;

namespace ActorIL.Cli.Traces;

/// <summary>Decoded values as lines of a name and a value; an array is one line.</summary>
/// <param name="isFull">Whether arrays and lists are shown whole.</param>
internal sealed class FieldLines(bool isFull)
{
    // Items of an array, and of a list of records, that tell enough.
    private const int ItemCount = 8;

    /// <summary>Every field of a value with its path.</summary>
    public IEnumerable<(string Path, string Text)> Of(FieldNode node) => Of("", node);

    /// <summary>The lines of a value, names padded to one width.</summary>
    public string Render(FieldNode node)
    {
        var lines = Of(node).ToArray();
        var width = lines.Length == 0 ? 0 : lines.Max(line => line.Path.Length);
        var text = new StringBuilder();
        foreach (var (path, value) in lines)
        {
            text.Append("  ").Append(path.PadRight(width)).Append("  ").Append(value).Append('\n');
        }

        return text.ToString();
    }

    private IEnumerable<(string Path, string Text)> Of(string path, FieldNode node) =>
        node.Match(
            boolean => One(path, boolean.Value ? "true" : "false"),
            integer => One(path, Invariant(integer.Value)),
            identity => One(path, identity.Value.ToString("x16", CultureInfo.InvariantCulture)),
            single => One(path, Invariant(single.Value)),
            wide => One(path, Invariant(wide.Value)),
            text => One(path, $"\"{text.Value}\""),
            bytes => One(path, Array(bytes.Values, Invariant)),
            integers => One(path, Array(integers.Values, Invariant)),
            singles => One(path, Array(singles.Values, Invariant)),
            doubles => One(path, Array(doubles.Values, Invariant)),
            block => One(path, $"block {block.Hash.ToString("x16", CultureInfo.InvariantCulture)}"),
            record =>
                record.Fields.IsEmpty
                    ? One(path, "(no fields)")
                    : record.Fields.SelectMany(field => Of(Join(path, field.Description.Name), field.Value)),
            records => List(path, records.Items),
            _ => One(path, "absent")
        );

    private IEnumerable<(string Path, string Text)> List(string path, ImmutableArray<FieldNode> items)
    {
        var shownCount = isFull ? items.Length : Math.Min(ItemCount, items.Length);
        var shown = items.Take(shownCount).SelectMany((item, index) => Of(At(path, index), item));
        return shownCount == items.Length
            ? items.IsEmpty
                ? One(path, "[0]")
                : shown
            : shown.Append((path, string.Create(CultureInfo.InvariantCulture, $"[{items.Length}] ...")));
    }

    private string Array<T>(ImmutableArray<T> items, Func<T, string> one)
    {
        var shownCount = isFull ? items.Length : Math.Min(ItemCount, items.Length);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"[{items.Length}]");
        foreach (var item in items.Take(shownCount))
        {
            text.Append(' ').Append(one(item));
        }

        return (shownCount < items.Length ? text.Append(" ...") : text).ToString();
    }

    private static IEnumerable<(string Path, string Text)> One(string path, string text) => [(path, text)];

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static string At(string path, int index) => string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");

    private static string Invariant<T>(T value)
        where T : IFormattable => value.ToString(null, CultureInfo.InvariantCulture);
}
