using System.Globalization;
using System.Numerics;
using ActorIL.Hocon.Syntax;

namespace ActorIL.Hocon.Reading;

/// <summary>An exact decimal number, mantissa times ten to the exponent.</summary>
internal readonly record struct DecimalNumber(BigInteger Mantissa, int Exponent)
{
    // A double holds no more than 10^308, and its shortest exact text has fewer than 800 digits.
    private const int DigitCountMax = 800;

    /// <summary>
    /// Reads a number of JSON; besides, a plus may stand before it, and nothing before the point (".33").
    /// </summary>
    public static bool TryParse(string text, out DecimalNumber number)
    {
        number = default;
        var unsigned = text.StartsWith('+') || text.StartsWith('-') ? text[1..] : text;
        if (unsigned.Length > DigitCountMax || !IsUnsignedNumber(unsigned))
        {
            return false;
        }

        var exponentAt = unsigned.IndexOfAny(['e', 'E']);
        var digits = exponentAt < 0 ? unsigned : unsigned[..exponentAt];
        var exponent = 0;
        if (
            exponentAt >= 0
            && !int.TryParse(
                unsigned[(exponentAt + 1)..],
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out exponent
            )
        )
        {
            return false;
        }

        var pointAt = digits.IndexOf('.', StringComparison.Ordinal);
        var fractionCount = pointAt < 0 ? 0 : digits.Length - pointAt - 1;
        var mantissa = BigInteger.Parse(
            digits.Replace(".", "", StringComparison.Ordinal),
            NumberStyles.None,
            CultureInfo.InvariantCulture
        );
        number = new DecimalNumber(text.StartsWith('-') ? -mantissa : mantissa, exponent - fractionCount);
        return exponent is >= -DigitCountMax and <= DigitCountMax;
    }

    /// <summary>The number times a factor, rounded to the nearest integer, ties to the even one.</summary>
    public BigInteger TimesRounded(BigInteger factor)
    {
        var product = Mantissa * factor;
        if (Exponent >= 0)
        {
            return product * BigInteger.Pow(10, Exponent);
        }

        var divisor = BigInteger.Pow(10, -Exponent);
        var quotient = BigInteger.DivRem(BigInteger.Abs(product), divisor, out var remainder);
        var comparison = (remainder * 2).CompareTo(divisor);
        var isUp = comparison > 0 || (comparison == 0 && !quotient.IsEven);
        return (quotient + (isUp ? 1 : 0)) * product.Sign;
    }

    /// <summary>True if there is nothing behind the point, as in 1e3 and 2.0.</summary>
    public bool IsInteger => Exponent >= 0 || (Mantissa % BigInteger.Pow(10, -Exponent)).IsZero;

    private static bool IsUnsignedNumber(string text) =>
        text.StartsWith('.')
            ? NumberSyntax.IsFractionAndExponent(text)
            : !text.StartsWith('-') && NumberSyntax.IsJsonNumber(text);
}
