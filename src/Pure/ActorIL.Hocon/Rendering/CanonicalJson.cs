using System.Text;

namespace ActorIL.Hocon.Rendering;

/// <summary>
/// One text for each tree, to be hashed: JSON without whitespace, keys in ordinal order, numbers by value, so that 1e3,
/// 1000 and 1000.0 are the same; -0 is not 0. Where values were written does not matter.
/// </summary>
public static class CanonicalJson
{
    public static string Render(HoconValue value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    private static void Append(StringBuilder text, HoconValue value) =>
        value.Match(
            ofObject: branch => AppendObject(text, branch),
            ofArray: array => AppendArray(text, array),
            ofText: leaf => text.Append(JsonText.Quote(leaf.Value)),
            ofNumber: leaf => text.Append(CanonicalNumber.Of(leaf.Original)),
            ofBoolean: leaf => text.Append(leaf.Value ? "true" : "false"),
            ofNull: _ => text.Append("null")
        );

    private static StringBuilder AppendObject(StringBuilder text, HoconValue.Object branch)
    {
        text.Append('{');
        var separator = "";
        foreach (var field in branch.Fields.OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            text.Append(separator).Append(JsonText.Quote(field.Key)).Append(':');
            Append(text, field.Value);
            separator = ",";
        }

        return text.Append('}');
    }

    private static StringBuilder AppendArray(StringBuilder text, HoconValue.Array array)
    {
        text.Append('[');
        var separator = "";
        foreach (var item in array.Items)
        {
            text.Append(separator);
            Append(text, item);
            separator = ",";
        }

        return text.Append(']');
    }
}
