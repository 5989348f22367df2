using System.Collections.Immutable;
using System.Numerics;

namespace ActorIL.Hocon.Reading;

/// <summary>Units of size, in bytes. One letter means a power of 1024; "kB" and its like mean powers of 1000.</summary>
internal static class SizeUnits
{
    private const string Letters = "KMGTPEZY";

    private static readonly ImmutableArray<string> Decimal =
    [
        "kilobyte",
        "megabyte",
        "gigabyte",
        "terabyte",
        "petabyte",
        "exabyte",
        "zettabyte",
        "yottabyte",
    ];

    private static readonly ImmutableArray<string> Binary =
    [
        "kibibyte",
        "mebibyte",
        "gibibyte",
        "tebibyte",
        "pebibyte",
        "exbibyte",
        "zebibyte",
        "yobibyte",
    ];

    /// <summary>No unit means bytes.</summary>
    public static bool TryBytes(string unit, out BigInteger bytes)
    {
        bytes = BigInteger.One;
        if (unit is "" or "B" or "b" or "byte" or "bytes")
        {
            return true;
        }

        var singular = unit.EndsWith('s') ? unit[..^1] : unit;
        for (var index = 0; index < Letters.Length; index++)
        {
            if (singular == Decimal[index] || unit == DecimalSymbol(index))
            {
                bytes = BigInteger.Pow(1000, index + 1);
                return true;
            }

            if (singular == Binary[index] || IsBinarySymbol(unit, Letters[index]))
            {
                bytes = BigInteger.Pow(1024, index + 1);
                return true;
            }
        }

        return false;
    }

    // Kilo is the one prefix of a thousand with a small letter.
    private static string DecimalSymbol(int index) => index == 0 ? "kB" : $"{Letters[index]}B";

    private static bool IsBinarySymbol(string unit, char letter) =>
        unit == $"{char.ToLowerInvariant(letter)}"
        || unit == $"{letter}"
        || unit == $"{letter}i"
        || unit == $"{letter}iB";
}
