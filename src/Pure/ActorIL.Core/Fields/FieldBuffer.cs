using System.Buffers.Binary;

namespace ActorIL.Core.Fields;

/// <summary>A growing byte buffer owned by one host worker and reused between values.</summary>
public sealed class FieldBuffer
{
    private byte[] _bytes = new byte[256];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    internal void Varint(ulong value)
    {
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

    internal void Tag(int number, WireType type) => Varint(((ulong)number << 3) | (uint)type);

    internal void Fixed32(uint value) => BinaryPrimitives.WriteUInt32LittleEndian(Grow(4), value);

    internal void Fixed64(ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(Grow(8), value);

    /// <summary>Lengthens the buffer by <paramref name="count"/> bytes and returns them for writing.</summary>
    internal Span<byte> Grow(int count)
    {
        if (Length + count > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + count));
        }

        var target = _bytes.AsSpan(Length, count);
        Length += count;
        return target;
    }

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
