using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ActorIL.Core.Prelude;

namespace ActorIL.Storage.Datasets;

/// <summary>What the head of a .npy file says.</summary>
/// <param name="Type">The items.</param>
/// <param name="Shape">The sizes, the slowest axis first; at most <see cref="AxisCountMax"/>.</param>
/// <param name="Length">Bytes of the head; the items follow.</param>
/// <param name="ItemsLength">Bytes of the items.</param>
public sealed partial record NpyHeader(NpyType Type, ImmutableArray<long> Shape, int Length, long ItemsLength)
{
    /// <summary>No array of a data set has more axes.</summary>
    public const int AxisCountMax = 8;

    /// <summary>Longest head, in bytes: longer ones describe structures, which are not read here.</summary>
    public const int LengthMax = 4096;

    /// <summary>The bytes that say how long the head is: 12, of which version 1.0 uses 10.</summary>
    public const int StartLength = 12;

    private const string Wanted =
        "a .npy array of <f4, <f8, <i4, <i8, <u8, |u1 or |b1, in C order, as numpy.savez writes it";

    /// <summary>How many bytes the head has, from its first <see cref="StartLength"/>.</summary>
    /// <param name="start">The first bytes of the file; fewer if it has fewer.</param>
    /// <param name="where">The file and array, for errors.</param>
    public static Result<int, Error> Measure(ReadOnlySpan<byte> start, string where)
    {
        if (start.Length < Npy.PreambleLength || !start[..Npy.Magic.Length].SequenceEqual(Npy.Magic))
        {
            return Failure<int>(where, "no .npy head", "Save it again with numpy.savez.");
        }

        var version = start[6];
        if (version is not (1 or 2 or 3) || start[7] != 0 || (version > 1 && start.Length < StartLength))
        {
            return Failure<int>(where, $"version {version}.{start[7]} of the format", "Save it again with NumPy.");
        }

        var length =
            version == 1
                ? Npy.PreambleLength + (uint)(start[8] | (start[9] << 8))
                : StartLength
                    + (start[8] | ((ulong)start[9] << 8) | ((ulong)start[10] << 16) | ((ulong)start[11] << 24));
        return length <= LengthMax
            ? Result.Success<int, Error>((int)length)
            : Failure<int>(where, $"a head of {length} bytes", "Save plain arrays, not structures.");
    }

    /// <summary>Takes a whole head apart.</summary>
    /// <param name="head">As many bytes as <see cref="Measure"/> said.</param>
    /// <param name="where">The file and array, for errors.</param>
    public static Result<NpyHeader, Error> Read(ReadOnlySpan<byte> head, string where)
    {
        var textAt = head[6] == 1 ? Npy.PreambleLength : StartLength;
        var text = Encoding.Latin1.GetString(head[Math.Min(textAt, head.Length)..]);
        var found = Form().Match(text);
        if (!found.Success)
        {
            return Failure<NpyHeader>(where, $"the head {Shown(text)}", "Save it again with numpy.savez.");
        }

        var name = found.Groups["type"].Value;
        if (found.Groups["order"].Value == "True")
        {
            return Failure<NpyHeader>(where, "Fortran order", "Save numpy.ascontiguousarray of it.");
        }

        if (Npy.TypeOf(name) is not { } type)
        {
            return Failure<NpyHeader>(where, $"items of type {Shown(name)}{Kind(name)}", Conversion(name));
        }

        return Sizes(found.Groups["shape"].Value) is { } shape && Product(shape, Npy.SizeOf(type)) is { } length
            ? Result.Success<NpyHeader, Error>(new(type, shape, head.Length, length))
            : Failure<NpyHeader>(where, $"the shape ({found.Groups["shape"].Value})", "Save it with fewer axes.");
    }

    private static ImmutableArray<long>? Sizes(string text)
    {
        var parts = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length > AxisCountMax)
        {
            return null;
        }

        var sizes = ImmutableArray.CreateBuilder<long>(parts.Length);
        foreach (var part in parts)
        {
            if (!long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var size))
            {
                return null;
            }

            sizes.Add(size);
        }

        return sizes.MoveToImmutable();
    }

    // Null where it is more than any file has.
    private static long? Product(ImmutableArray<long> shape, long itemSize)
    {
        var product = (Int128)itemSize;
        foreach (var size in shape)
        {
            product *= size;
            if (product > long.MaxValue)
            {
                return null;
            }
        }

        return (long)product;
    }

    private static string Kind(string name) =>
        name switch
        {
            ['|', 'O', ..] => " (Python objects, which are never executed here)",
            ['>', ..] => " (big-endian)",
            _ => "",
        };

    private static string Conversion(string name) =>
        name switch
        {
            ['|', 'O', ..] => "Save numbers: numpy.asarray(x, dtype=numpy.float32).",
            ['>', ..] => "Save it little-endian: x.astype(x.dtype.newbyteorder('<')).",
            _ => "Convert it first: x.astype(numpy.float32), or numpy.int64 for whole numbers.",
        };

    private static string Shown(string text)
    {
        var readable = string.Concat(
            text.TrimEnd().Select(character => char.IsAscii(character) && !char.IsControl(character) ? character : '?')
        );
        return $"'{(readable.Length <= 120 ? readable : readable[..120] + "...")}'";
    }

    private static Result<T, Error> Failure<T>(string where, string found, string remedy) =>
        Result.Failure<T, Error>(new(where, found, Wanted, remedy));

    // NumPy sorts the keys; other writers need not, but all known ones do.
    [GeneratedRegex(
        """
            \A \{ \s* 'descr': \s* (?<quote>['"]?) (?<type>[^'"]*?) \k<quote> \s*, \s*
            'fortran_order': \s* (?<order>True|False) \s*, \s*
            'shape': \s* \( (?<shape>[0-9,\s]*) \) \s* ,? \s* \} \s* \z
            """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Form();
}
