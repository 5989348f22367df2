using System.Numerics;
using ActorIL.Hocon.Syntax;

namespace ActorIL.Hocon.Reading;

/// <summary>The units format: whitespace, a number, whitespace, a unit of letters, whitespace.</summary>
internal static class Quantity
{
    public static QuantityReading Duration(string text)
    {
        var (number, unit) = Split(text);
        if (DurationUnits.IsCalendarUnit(unit))
        {
            return Wrong("a duration of fixed length; weeks, months and years are calendar units: write days (d)");
        }

        return DurationUnits.TryNanoseconds(unit, out var factor)
            ? Scale(number, factor, long.MinValue, "a duration such as 10s")
            : Wrong("a unit of time, lower case: ns, us, ms, s, m, h or d");
    }

    public static QuantityReading Size(string text)
    {
        var (number, unit) = Split(text);
        return SizeUnits.TryBytes(unit, out var factor)
            ? Scale(number, factor, 0, "a size such as 512K, not negative")
            : Wrong("a unit of size: B, K or KiB (1024), kB (1000), and so on with M, G, T, P, E");
    }

    private static (string Number, string Unit) Split(string text)
    {
        var trimmed = Whitespace.Trim(text);
        var unitStart = trimmed.Length;
        while (unitStart > 0 && char.IsLetter(trimmed[unitStart - 1]))
        {
            unitStart--;
        }

        return (Whitespace.Trim(trimmed[..unitStart]), trimmed[unitStart..]);
    }

    private static QuantityReading Scale(string text, BigInteger factor, long minimum, string wanted)
    {
        if (!DecimalNumber.TryParse(text, out var number))
        {
            return Wrong(wanted);
        }

        var scaled = number.TimesRounded(factor);
        return scaled < minimum ? Wrong(minimum == 0 ? wanted : $"{wanted}, of at most 64 bits")
            : scaled > long.MaxValue ? Wrong($"{wanted}, of at most 64 bits")
            : new QuantityReading((long)scaled, Wanted: "");
    }

    private static QuantityReading Wrong(string wanted) => new(Value: 0, wanted);
}
