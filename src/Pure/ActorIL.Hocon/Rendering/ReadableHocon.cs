using System.Collections.Immutable;
using System.Text;

namespace ActorIL.Hocon.Rendering;

/// <summary>A resolved tree for people: one key a line, in order; as HOCON it reads back to the same tree.</summary>
public static class ReadableHocon
{
    private const int LineLengthMax = 100;

    public static string Render(HoconValue root, RenderOptions options)
    {
        var text = new StringBuilder();
        _ = root.Match(
            ofObject: branch => AppendFields(text, branch, "", options),
            ofArray: array => AppendArray(text, array, "", options).Append('\n'),
            ofText: leaf => AppendLeaf(text, leaf, options).Append('\n'),
            ofNumber: leaf => AppendLeaf(text, leaf, options).Append('\n'),
            ofBoolean: leaf => AppendLeaf(text, leaf, options).Append('\n'),
            ofNull: leaf => AppendLeaf(text, leaf, options).Append('\n')
        );
        return text.ToString();
    }

    private static StringBuilder AppendFields(
        StringBuilder text,
        HoconValue.Object branch,
        string indent,
        RenderOptions options
    )
    {
        foreach (var field in branch.Fields)
        {
            text.Append(indent).Append(JsonText.Key(field.Key)).Append(IsObject(field.Value) ? " " : " = ");
            Append(text, field.Value, indent, options);
            if (options.ShowsOrigins && !IsObject(field.Value))
            {
                text.Append(" # ").Append(JsonText.Quote(field.Value.Origin.ToString())[1..^1]);
            }

            text.Append('\n');
        }

        return text;
    }

    private static StringBuilder Append(StringBuilder text, HoconValue value, string indent, RenderOptions options) =>
        value.Match(
            ofObject: branch =>
                branch.Fields.IsEmpty
                    ? text.Append("{}")
                    : AppendFields(text.Append("{\n"), branch, indent + "  ", options).Append(indent).Append('}'),
            ofArray: array => AppendArray(text, array, indent, options),
            ofText: leaf => AppendLeaf(text, leaf, options),
            ofNumber: leaf => AppendLeaf(text, leaf, options),
            ofBoolean: leaf => AppendLeaf(text, leaf, options),
            ofNull: leaf => AppendLeaf(text, leaf, options)
        );

    private static StringBuilder AppendArray(
        StringBuilder text,
        HoconValue.Array array,
        string indent,
        RenderOptions options
    )
    {
        var inner = indent + "  ";
        var items = array
            .Items.Select(item => Append(new StringBuilder(), item, inner, options).ToString())
            .ToImmutableArray();
        var isShort =
            !array.Items.Any(IsObject)
            && items.Sum(item => (long)item.Length + 2) + indent.Length <= LineLengthMax
            && items.All(item => !item.Contains('\n', StringComparison.Ordinal));
        return isShort
            ? text.Append('[').AppendJoin(", ", items).Append(']')
            : text.Append("[\n").AppendJoin("", items.Select(item => $"{inner}{item}\n")).Append(indent).Append(']');
    }

    private static StringBuilder AppendLeaf(StringBuilder text, HoconValue leaf, RenderOptions options) =>
        options.HidesEnvironment && !leaf.Origin.EnvironmentNames.IsEmpty
            ? text.Append(JsonText.Quote($"<environment {string.Join(", ", leaf.Origin.EnvironmentNames)}>"))
            : text.Append(WrittenForm(leaf));

    // Numbers stay as their author wrote them.
    private static string WrittenForm(HoconValue leaf) =>
        leaf.Match(
            ofObject: CanonicalJson.Render,
            ofArray: CanonicalJson.Render,
            ofText: CanonicalJson.Render,
            ofNumber: number => number.Original,
            ofBoolean: CanonicalJson.Render,
            ofNull: CanonicalJson.Render
        );

    private static bool IsObject(HoconValue value) =>
        value.Match(
            ofObject: _ => true,
            ofArray: _ => false,
            ofText: _ => false,
            ofNumber: _ => false,
            ofBoolean: _ => false,
            ofNull: _ => false
        );
}
