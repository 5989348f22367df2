using System.Globalization;

namespace ActorIL.Hocon.Rendering;

/// <summary>One text for each decimal value, exact, whatever its size.</summary>
internal static class CanonicalNumber
{
    // Plain digits in this range of decimal exponents, scientific notation outside of it.
    private const long PlainExponentMin = -7;
    private const long PlainExponentMax = 20;

    /// <summary>The canonical form of a JSON number.</summary>
    public static string Of(string number)
    {
        var sign = number.StartsWith('-') ? "-" : "";
        var unsigned = number[sign.Length..];
        var exponentAt = unsigned.IndexOfAny(['e', 'E']);
        var mantissa = exponentAt < 0 ? unsigned : unsigned[..exponentAt];
        var pointAt = mantissa.IndexOf('.', StringComparison.Ordinal);
        var integerLength = pointAt < 0 ? mantissa.Length : pointAt;
        var allDigits = mantissa.Replace(".", "", StringComparison.Ordinal);
        var digits = allDigits.TrimStart('0');
        var leadingCount = allDigits.Length - digits.Length;
        digits = digits.TrimEnd('0');
        if (digits.Length == 0)
        {
            return sign + "0";
        }

        var exponent = 0L;
        var hasExponent =
            exponentAt < 0
            || long.TryParse(
                unsigned[(exponentAt + 1)..],
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out exponent
            );
        return hasExponent && exponent is > -1_000_000_000_000 and < 1_000_000_000_000
            ? sign + Place(digits, exponent + integerLength - leadingCount - 1)
            : number;
    }

    // The value is d.ddd times ten to the exponent.
    private static string Place(string digits, long exponent)
    {
        if (exponent is < PlainExponentMin or > PlainExponentMax)
        {
            var fraction = digits.Length > 1 ? $".{digits[1..]}" : "";
            return string.Create(CultureInfo.InvariantCulture, $"{digits[0]}{fraction}e{exponent}");
        }

        if (exponent < 0)
        {
            return "0." + new string('0', (int)-exponent - 1) + digits;
        }

        var integerLength = (int)exponent + 1;
        return digits.Length <= integerLength
            ? digits.PadRight(integerLength, '0')
            : $"{digits[..integerLength]}.{digits[integerLength..]}";
    }
}
