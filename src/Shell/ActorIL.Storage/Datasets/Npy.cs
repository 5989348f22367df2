using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace ActorIL.Storage.Datasets;

/// <summary>The head of a .npy file: what follows it is the items, the last axis fastest, little-endian.</summary>
/// <remarks>
/// The format, version 1.0: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
/// </remarks>
public static class Npy
{
    /// <summary>Bytes before the text of a head of version 1.0.</summary>
    internal const int PreambleLength = 10;

    // Where the items begin is a multiple of this, in bytes.
    private const int Alignment = 64;

    /// <summary>What every head begins with, before its version.</summary>
    internal static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>Bytes an item has.</summary>
    public static int SizeOf(NpyType type) =>
        type switch
        {
            NpyType.Single or NpyType.Int32 => 4,
            NpyType.Double or NpyType.Int64 or NpyType.UInt64 => 8,
            NpyType.Byte or NpyType.Boolean => 1,
        };

    /// <summary>The type as NumPy writes it.</summary>
    public static string NameOf(NpyType type) =>
        type switch
        {
            NpyType.Single => "<f4",
            NpyType.Double => "<f8",
            NpyType.Int32 => "<i4",
            NpyType.Int64 => "<i8",
            NpyType.UInt64 => "<u8",
            NpyType.Byte => "|u1",
            NpyType.Boolean => "|b1",
        };

    /// <summary>The type of that name; null for one that is not read here.</summary>
    public static NpyType? TypeOf(string name)
    {
        foreach (var type in Enum.GetValues<NpyType>())
        {
            if (NameOf(type) == name)
            {
                return type;
            }
        }

        return null;
    }

    /// <summary>The bytes before the items of an array.</summary>
    public static ImmutableArray<byte> Header(NpyType type, ImmutableArray<long> shape)
    {
        var sizes = string.Concat(shape.Select(size => string.Create(CultureInfo.InvariantCulture, $"{size},")));
        var text = $"{{'descr': '{NameOf(type)}', 'fortran_order': False, 'shape': ({sizes}), }}";

        // A line feed ends the text; spaces before it fill up to the alignment.
        var length = PreambleLength + text.Length + 1;
        var padded = text + new string(' ', (Alignment - (length % Alignment)) % Alignment) + "\n";
        return
        [
            .. Magic,
            1,
            0,
            unchecked((byte)padded.Length),
            (byte)(padded.Length >> 8),
            .. Encoding.ASCII.GetBytes(padded),
        ];
    }
}
