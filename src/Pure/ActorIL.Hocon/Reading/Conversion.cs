using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using ActorIL.Hocon.Terms;

namespace ActorIL.Hocon.Reading;

/// <summary>
/// Values as the types a program asks for. Numbers and texts convert into each other, texts into booleans, objects with
/// numeric keys into arrays; null converts to nothing, and nothing converts to an object.
/// </summary>
public static class Conversion
{
    /// <summary>A text; numbers as they were written, booleans as true and false.</summary>
    public static HoconResult<string> Text(HoconValue value, string path) =>
        TextOf(value) is { } text ? text : Wrong(value, path, "a text");

    /// <summary>A boolean, or one of the texts true, yes, on, false, no, off.</summary>
    public static HoconResult<bool> Boolean(HoconValue value, string path) =>
        TextOf(value) switch
        {
            "true" or "yes" or "on" => true,
            "false" or "no" or "off" => false,
            _ => Wrong(value, path, "true or false (also yes, no, on, off)"),
        };

    /// <summary>A 64-bit integer; 1e3 and 2.0 are integers, 2.5 is not.</summary>
    public static HoconResult<long> Integer(HoconValue value, string path)
    {
        if (!TryNumber(value, out var number) || !number.IsInteger)
        {
            return Wrong(value, path, "an integer");
        }

        var integer = number.TimesRounded(BigInteger.One);
        return FitsInt64(integer) ? (long)integer : Wrong(value, path, "an integer of at most 64 bits");
    }

    /// <summary>A finite number, the double nearest to what is written.</summary>
    public static HoconResult<double> Number(HoconValue value, string path)
    {
        if (!TryNumber(value, out _))
        {
            return Wrong(value, path, "a number");
        }

        var number = double.Parse(TextOf(value)!, NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(number) ? number : Wrong(value, path, "a number that a double can hold");
    }

    /// <summary>A duration in nanoseconds, rounded to the nearest; a bare number is in milliseconds.</summary>
    public static HoconResult<long> DurationNanoseconds(HoconValue value, string path) =>
        TextOf(value) is { } text
            ? Quantity
                .Duration(text)
                .Match(ok: nanoseconds => nanoseconds, wrong: wanted => (HoconResult<long>)Wrong(value, path, wanted))
            : Wrong(value, path, "a duration such as 10s");

    /// <summary>A size in bytes, rounded to the nearest; a bare number is in bytes. Sizes are not negative.</summary>
    public static HoconResult<long> SizeBytes(HoconValue value, string path) =>
        TextOf(value) is { } text
            ? Quantity
                .Size(text)
                .Match(ok: bytes => bytes, wrong: wanted => (HoconResult<long>)Wrong(value, path, wanted))
            : Wrong(value, path, "a size such as 512K");

    /// <summary>
    /// The items of an array, or the values of an object's numeric keys in the order of the numbers, others ignored.
    /// </summary>
    public static HoconResult<ImmutableArray<HoconValue>> Items(HoconValue value, string path)
    {
        HoconResult<ImmutableArray<HoconValue>> NotAnArray() => Wrong(value, path, "an array");
        return value.Match(
            ofObject: branch =>
                NumericKeys.InOrder(branch.Fields, field => field.Key).Select(field => field.Value).ToImmutableArray()
                    is { IsEmpty: false } items
                    ? items
                    : NotAnArray(),
            ofArray: array => array.Items,
            ofText: _ => NotAnArray(),
            ofNumber: _ => NotAnArray(),
            ofBoolean: _ => NotAnArray(),
            ofNull: _ => NotAnArray()
        );
    }

    public static HoconResult<HoconValue.Object> Object(HoconValue value, string path)
    {
        HoconResult<HoconValue.Object> NotAnObject() => Wrong(value, path, "an object");
        return value.Match(
            ofObject: branch => branch,
            ofArray: _ => NotAnObject(),
            ofText: _ => NotAnObject(),
            ofNumber: _ => NotAnObject(),
            ofBoolean: _ => NotAnObject(),
            ofNull: _ => NotAnObject()
        );
    }

    /// <summary>Null itself, or the text "null".</summary>
    public static bool IsNull(HoconValue value) =>
        value.Match(
            ofObject: _ => false,
            ofArray: _ => false,
            ofText: text => text.Value == "null",
            ofNumber: _ => false,
            ofBoolean: _ => false,
            ofNull: _ => true
        );

    private static string? TextOf(HoconValue value) =>
        value.Match<string?>(
            ofObject: _ => null,
            ofArray: _ => null,
            ofText: ScalarText.Of,
            ofNumber: ScalarText.Of,
            ofBoolean: ScalarText.Of,
            ofNull: _ => null
        );

    private static bool TryNumber(HoconValue value, out DecimalNumber number)
    {
        number = default;
        return TextOf(value) is { } text && DecimalNumber.TryParse(text, out number);
    }

    private static bool FitsInt64(BigInteger integer) => integer >= long.MinValue && integer <= long.MaxValue;

    private static HoconError Wrong(HoconValue value, string path, string wanted) =>
        new(value.Origin, $"{Description.Of(value)} at {path}", wanted, "Correct the value.");
}
