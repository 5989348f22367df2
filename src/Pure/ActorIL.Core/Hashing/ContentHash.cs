using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;

namespace ActorIL.Core.Hashing;

/// <summary>XXH64: a stable 64-bit hash of bytes, the same in every process and on every machine.</summary>
/// <remarks>
/// Source: the public xxHash specification (XXH64 algorithm), tested against its published vectors. It finds accidents,
/// not attackers: two different contents agree with probability 2⁻⁶⁴.
/// </remarks>
public static class ContentHash
{
    internal const ulong Prime1 = 0x9E3779B185EBCA87;
    internal const ulong Prime2 = 0xC2B2AE3D27D4EB4F;
    internal const ulong Prime3 = 0x165667B19E3779F9;
    internal const ulong Prime4 = 0x85EBCA77C2B2AE63;
    internal const ulong Prime5 = 0x27D4EB2F165667C5;

    // Where the four lanes begin; the seed is added to each.
    private const ulong Lane1 = unchecked(Prime1 + Prime2);
    private const ulong Lane2 = Prime2;
    private const ulong Lane3 = 0;
    private const ulong Lane4 = unchecked(0 - Prime1);

    /// <summary>The hash of a text's UTF-8 bytes.</summary>
    public static ulong Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    /// <summary>
    /// The hash of seven words as little-endian bytes, the same as of the 56 bytes: what each delivery costs.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(
        ulong first,
        ulong second,
        ulong third,
        ulong fourth,
        ulong fifth,
        ulong sixth,
        ulong seventh
    )
    {
        var hash = Merged(Round(Lane1, first), Round(Lane2, second), Round(Lane3, third), Round(Lane4, fourth));
        return Avalanche(MergeWord(MergeWord(MergeWord(hash + 56, fifth), sixth), seventh));
    }

    /// <summary>The hash of <paramref name="bytes"/>, shape [n], n ≥ 0.</summary>
    public static ulong Of(ReadOnlySpan<byte> bytes, ulong seed = 0)
    {
        var length = (ulong)bytes.Length;
        var hash = (bytes.Length >= 32 ? Stripes(ref bytes, seed) : seed + Prime5) + length;
        while (bytes.Length >= 8)
        {
            hash = MergeWord(hash, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[8..];
        }

        if (bytes.Length >= 4)
        {
            hash ^= BinaryPrimitives.ReadUInt32LittleEndian(bytes) * Prime1;
            hash = (BitOperations.RotateLeft(hash, 23) * Prime2) + Prime3;
            bytes = bytes[4..];
        }

        foreach (var tail in bytes)
        {
            hash ^= tail * Prime5;
            hash = BitOperations.RotateLeft(hash, 11) * Prime1;
        }

        return Avalanche(hash);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong MergeWord(ulong hash, ulong word) =>
        (BitOperations.RotateLeft(hash ^ Round(0, word), 27) * Prime1) + Prime4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Avalanche(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * Prime2;
        hash = (hash ^ (hash >> 29)) * Prime3;
        return hash ^ (hash >> 32);
    }

    private static ulong Stripes(ref ReadOnlySpan<byte> bytes, ulong seed)
    {
        var (lane1, lane2, lane3, lane4) = (seed + Lane1, seed + Lane2, seed + Lane3, seed + Lane4);
        while (bytes.Length >= 32)
        {
            lane1 = Round(lane1, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            lane2 = Round(lane2, BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]));
            lane3 = Round(lane3, BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]));
            lane4 = Round(lane4, BinaryPrimitives.ReadUInt64LittleEndian(bytes[24..]));
            bytes = bytes[32..];
        }

        return Merged(lane1, lane2, lane3, lane4);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Merged(ulong lane1, ulong lane2, ulong lane3, ulong lane4)
    {
        var hash =
            BitOperations.RotateLeft(lane1, 1)
            + BitOperations.RotateLeft(lane2, 7)
            + BitOperations.RotateLeft(lane3, 12)
            + BitOperations.RotateLeft(lane4, 18);
        return MergeLane(MergeLane(MergeLane(MergeLane(hash, lane1), lane2), lane3), lane4);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Round(ulong lane, ulong word) => BitOperations.RotateLeft(lane + (word * Prime2), 31) * Prime1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong MergeLane(ulong hash, ulong lane) => ((hash ^ Round(0, lane)) * Prime1) + Prime4;
}
