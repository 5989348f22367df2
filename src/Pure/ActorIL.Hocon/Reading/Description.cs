using System.Globalization;
using ActorIL.Hocon.Rendering;

namespace ActorIL.Hocon.Reading;

/// <summary>A value as part of an error's sentence.</summary>
internal static class Description
{
    public static string Of(HoconValue value) =>
        value.Match(
            ofObject: value => string.Create(CultureInfo.InvariantCulture, $"an object of {value.Fields.Length} keys"),
            ofArray: value => string.Create(CultureInfo.InvariantCulture, $"an array of {value.Items.Length} items"),
            ofText: value =>
                value.Origin.EnvironmentNames.IsEmpty
                    ? $"the text \"{JsonText.Excerpt(value.Value)}\""
                    : "a text from the environment",
            ofNumber: value => $"the number {JsonText.Excerpt(value.Original)}",
            ofBoolean: value => value.Value ? "true" : "false",
            ofNull: _ => "null"
        );
}
