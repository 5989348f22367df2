using ActorIL.Hocon;
using ActorIL.Hocon.Rendering;

namespace ActorIL.Experiments.Binding;

/// <summary>A value as an error message shows it.</summary>
internal static class FoundText
{
    private const int LengthMax = 60;

    public static string Of(HoconValue value) =>
        value.Match(
            ofObject: section =>
                section.Fields.Length == 1
                    ? $"a section with the key {section.Fields[0].Key}"
                    : $"a section with {section.Fields.Length} keys",
            ofArray: list => $"the list {Shorten(Written(list))}",
            ofText: Scalar,
            ofNumber: Scalar,
            ofBoolean: Scalar,
            ofNull: _ => "null"
        );

    /// <summary>The value as it was written, on one line.</summary>
    public static string Written(HoconValue value) =>
        value.Match(
            ofObject: _ => "{...}",
            ofArray: list => $"[{string.Join(", ", list.Items.Select(Written))}]",
            ofText: text => CanonicalJson.Render(text),
            ofNumber: number => number.Original,
            ofBoolean: boolean => boolean.Value ? "true" : "false",
            ofNull: _ => "null"
        );

    // What an environment variable holds may be a secret, so it is never shown.
    private static string Scalar(HoconValue value) =>
        value.Origin.EnvironmentNames.IsEmpty
            ? Shorten(Written(value))
            : $"the text of {string.Join(" and ", value.Origin.EnvironmentNames)}";

    private static string Shorten(string text) => text.Length <= LengthMax ? text : text[..LengthMax] + "...";
}
