using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace ActorIL.Core.Fields;

/// <summary>A growing byte buffer owned by one host worker and reused between values.</summary>
public sealed class FieldBuffer
{
    private byte[] _bytes = new byte[256];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    /// <summary>A tag and a varint behind it.</summary>
    /// <remarks>
    /// Where both fit eight bytes they are put together in a register and stored at once: the hash that follows reads
    /// them in words, which would wait for single bytes to reach the cache.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void TaggedVarint(int number, ulong value)
    {
        if (number < 16 && value < 1UL << VarintWord.BitCountMax && Length + 8 <= _bytes.Length)
        {
            var word = VarintWord.Of(value, out var count);
            BinaryPrimitives.WriteUInt64LittleEndian(_bytes.AsSpan(Length), (word << 8) | ((ulong)number << 3));
            Length += count + 1;
            return;
        }

        Tag(number, WireType.Varint);
        Varint(value);
    }

    internal void Varint(ulong value)
    {
        if (value < 0x80 && Length < _bytes.Length)
        {
            _bytes[Length++] = (byte)value;
            return;
        }

        var target = Grow(10);
        var count = 0;
        while (value >= 0x80)
        {
            target[count++] = (byte)(value | 0x80);
            value >>= 7;
        }

        target[count++] = (byte)value;
        Length -= 10 - count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Tag(int number, WireType type) => Varint(((ulong)number << 3) | (uint)type);

    internal void Fixed32(uint value) => BinaryPrimitives.WriteUInt32LittleEndian(Grow(4), value);

    internal void Fixed64(ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(Grow(8), value);

    /// <summary>Lengthens the buffer by <paramref name="count"/> bytes and returns them for writing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Span<byte> Grow(int count)
    {
        if (Length + count > _bytes.Length)
        {
            Enlarge(count);
        }

        var target = _bytes.AsSpan(Length, count);
        Length += count;
        return target;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Enlarge(int count) => Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + count));

    /// <summary>Reserves one byte for the length of what follows.</summary>
    internal int BeginNested()
    {
        Grow(1);
        return Length;
    }

    /// <summary>
    /// Writes the length of what was written since <paramref name="start"/>, moving it if one byte is too few.
    /// </summary>
    internal void EndNested(int start)
    {
        var count = Length - start;
        var extra = 0;
        for (var rest = (uint)count >> 7; rest != 0; rest >>= 7)
        {
            extra++;
        }

        if (extra > 0)
        {
            Grow(extra);
            _bytes.AsSpan(start, count).CopyTo(_bytes.AsSpan(start + extra));
        }

        var end = Length;
        Length = start - 1;
        Varint((uint)count);
        Length = end;
    }
}
