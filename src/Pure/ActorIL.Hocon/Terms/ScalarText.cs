using System.Diagnostics;

namespace ActorIL.Hocon.Terms;

/// <summary>The text a value contributes to a concatenation: numbers as they were written.</summary>
internal static class ScalarText
{
    public static string Of(HoconValue value) =>
        value.Match(
            ofObject: _ => throw new UnreachableException("An object is no scalar."),
            ofArray: _ => throw new UnreachableException("An array is no scalar."),
            ofText: text => text.Value,
            ofNumber: number => number.Original,
            ofBoolean: boolean => boolean.Value ? "true" : "false",
            ofNull: _ => "null"
        );
}
