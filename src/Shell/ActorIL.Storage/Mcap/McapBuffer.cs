using System.Buffers.Binary;
using System.Text;

namespace ActorIL.Storage.Mcap;

/// <summary>A growing buffer that records are written into.</summary>
internal sealed class McapBuffer(int capacity = 256)
{
    // An opcode, and the length of what follows in 64 bits.
    public const int HeadLength = 9;

    private byte[] _bytes = new byte[capacity];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public ReadOnlyMemory<byte> WrittenMemory => _bytes.AsMemory(0, Length);

    public void Clear() => Length = 0;

    public void Byte(byte value) => Grow(1)[0] = value;

    public void UInt16(ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(Grow(2), value);

    public void UInt32(uint value) => BinaryPrimitives.WriteUInt32LittleEndian(Grow(4), value);

    public void UInt64(ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(Grow(8), value);

    public void Append(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Grow(bytes.Length));

    public void Text(string value)
    {
        var count = Encoding.UTF8.GetByteCount(value);
        UInt32((uint)count);
        Encoding.UTF8.GetBytes(value, Grow(count));
    }

    public void Map(McapMap map)
    {
        var start = BeginArray();
        foreach (var entry in map.Entries)
        {
            Text(entry.Key);
            Text(entry.Value);
        }

        EndArray(start);
    }

    /// <summary>Starts an array or map; its length in bytes is filled in at the end.</summary>
    public int BeginArray()
    {
        UInt32(0);
        return Length;
    }

    public void EndArray(int start) =>
        BinaryPrimitives.WriteUInt32LittleEndian(_bytes.AsSpan(start - 4), (uint)(Length - start));

    /// <summary>Starts a record; its length is filled in at the end.</summary>
    public int Begin(byte opcode)
    {
        Byte(opcode);
        UInt64(0);
        return Length;
    }

    public void End(int start) =>
        BinaryPrimitives.WriteUInt64LittleEndian(_bytes.AsSpan(start - 8), (ulong)(Length - start));

    /// <summary>Lengthens the buffer by <paramref name="count"/> bytes and returns them for writing.</summary>
    public Span<byte> Grow(int count)
    {
        var needed = checked(Length + count);
        if (needed > _bytes.Length)
        {
            Array.Resize(ref _bytes, (int)Math.Max(Math.Min(2L * _bytes.Length, Array.MaxLength), needed));
        }

        var target = _bytes.AsSpan(Length, count);
        Length = needed;
        return target;
    }

    /// <summary>Takes the last bytes back.</summary>
    public void Shorten(int count) => Length -= count;

    /// <summary>Gives away what was written, and starts anew with as much room.</summary>
    public ReadOnlyMemory<byte> Take()
    {
        var taken = _bytes.AsMemory(0, Length);
        _bytes = GC.AllocateUninitializedArray<byte>(_bytes.Length);
        Length = 0;
        return taken;
    }
}
