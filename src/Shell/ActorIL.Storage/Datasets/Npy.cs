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
    // Where the items begin is a multiple of this, in bytes.
    private const int Alignment = 64;
    private const int PreambleLength = 10;

    private static ReadOnlySpan<byte> Preamble => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0];

    /// <summary>Bytes an item has.</summary>
    public static int SizeOf(NpyType type) =>
        type switch
        {
            NpyType.Single => 4,
            NpyType.Double or NpyType.Int64 => 8,
            NpyType.Byte or NpyType.Boolean => 1,
        };

    /// <summary>The type as NumPy writes it.</summary>
    public static string NameOf(NpyType type) =>
        type switch
        {
            NpyType.Single => "<f4",
            NpyType.Double => "<f8",
            NpyType.Int64 => "<i8",
            NpyType.Byte => "|u1",
            NpyType.Boolean => "|b1",
        };

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
            .. Preamble,
            unchecked((byte)padded.Length),
            (byte)(padded.Length >> 8),
            .. Encoding.ASCII.GetBytes(padded),
        ];
    }
}
