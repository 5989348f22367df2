using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ActorIL.Storage.Mcap;

/// <summary>
/// CRC-32 as in Ethernet, zip and MCAP: reflected polynomial 0xEDB88320, start and end inverted. Sixteen tables at
/// once; two checksums can be joined without their bytes, so that nothing is read twice.
/// </summary>
public static class Crc32
{
    private const uint Polynomial = 0xEDB88320;
    private const int TableCount = 16;

    private static readonly ImmutableArray<uint> Tables = MakeTables();

    // x^(2^n) modulo the polynomial, n = 0…31, the highest bit being x⁰.
    private static readonly ImmutableArray<uint> Powers = MakePowers();

    /// <summary>The checksum of these bytes.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes) => Append(0, bytes);

    /// <summary>
    /// The checksum of what <paramref name="crc"/> stands for, followed by these bytes; of nothing it is 0.
    /// </summary>
    public static uint Append(uint crc, ReadOnlySpan<byte> bytes)
    {
        var tables = Tables.AsSpan()[..(TableCount * 256)];
        var state = ~crc;
        while (bytes.Length >= TableCount)
        {
            state = Sixteen(tables, state, bytes);
            bytes = bytes[TableCount..];
        }

        foreach (var value in bytes)
        {
            state = tables[(int)((state ^ value) & 0xFF)] ^ (state >> 8);
        }

        return ~state;
    }

    /// <summary>The checksum of two stretches of bytes, one after the other, from the checksum of each.</summary>
    /// <param name="first">Of the first stretch.</param>
    /// <param name="second">Of the second stretch.</param>
    /// <param name="secondLength">Length of the second stretch, in bytes, ≥ 0.</param>
    public static uint Combine(uint first, uint second, long secondLength) => Shift(first, secondLength) ^ second;

    /// <summary>
    /// What a difference of checksums becomes when <paramref name="length"/> equal bytes follow: the checksum of a
    /// stretch that is changed in place changes by the shifted difference of the changed part.
    /// </summary>
    public static uint Shift(uint difference, long length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);

        // Each byte is eight powers of x; the powers of two among them repeat with period 32.
        var power = 3;
        for (var rest = (ulong)length; rest != 0; rest >>= 1)
        {
            difference = (rest & 1) != 0 ? Multiply(Powers[power & 31], difference) : difference;
            power++;
        }

        return difference;
    }

    private static uint Sixteen(ReadOnlySpan<uint> tables, uint state, ReadOnlySpan<byte> bytes)
    {
        // Sixteen tables of 256 numbers, each indexed by a byte: no index can be out of range.
        ref var table = ref MemoryMarshal.GetReference(tables);
        var low = BinaryPrimitives.ReadUInt64LittleEndian(bytes) ^ state;
        var high = BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]);
        return Unsafe.Add(ref table, 3840 + (nint)(byte)low)
            ^ Unsafe.Add(ref table, 3584 + (nint)(byte)(low >> 8))
            ^ Unsafe.Add(ref table, 3328 + (nint)(byte)(low >> 16))
            ^ Unsafe.Add(ref table, 3072 + (nint)(byte)(low >> 24))
            ^ Unsafe.Add(ref table, 2816 + (nint)(byte)(low >> 32))
            ^ Unsafe.Add(ref table, 2560 + (nint)(byte)(low >> 40))
            ^ Unsafe.Add(ref table, 2304 + (nint)(byte)(low >> 48))
            ^ Unsafe.Add(ref table, 2048 + (nint)(byte)(low >> 56))
            ^ Unsafe.Add(ref table, 1792 + (nint)(byte)high)
            ^ Unsafe.Add(ref table, 1536 + (nint)(byte)(high >> 8))
            ^ Unsafe.Add(ref table, 1280 + (nint)(byte)(high >> 16))
            ^ Unsafe.Add(ref table, 1024 + (nint)(byte)(high >> 24))
            ^ Unsafe.Add(ref table, 768 + (nint)(byte)(high >> 32))
            ^ Unsafe.Add(ref table, 512 + (nint)(byte)(high >> 40))
            ^ Unsafe.Add(ref table, 256 + (nint)(byte)(high >> 48))
            ^ Unsafe.Add(ref table, 0 + (nint)(byte)(high >> 56));
    }

    private static uint Multiply(uint left, uint right)
    {
        var product = 0u;
        for (var bit = 0x80000000u; bit != 0; bit >>= 1)
        {
            product ^= (left & bit) != 0 ? right : 0;
            right = Step(right);
        }

        return product;
    }

    private static uint Step(uint value) => (value & 1) != 0 ? (value >> 1) ^ Polynomial : value >> 1;

    private static ImmutableArray<uint> MakePowers()
    {
        var powers = new uint[32];
        powers[0] = 0x40000000;
        for (var n = 1; n < powers.Length; n++)
        {
            powers[n] = Multiply(powers[n - 1], powers[n - 1]);
        }

        return [.. powers];
    }

    private static ImmutableArray<uint> MakeTables()
    {
        var tables = new uint[TableCount * 256];
        for (var index = 0u; index < 256; index++)
        {
            var value = index;
            for (var bit = 0; bit < 8; bit++)
            {
                value = Step(value);
            }

            tables[index] = value;
        }

        for (var index = 256; index < tables.Length; index++)
        {
            var before = tables[index - 256];
            tables[index] = tables[(byte)before] ^ (before >> 8);
        }

        return [.. tables];
    }
}
