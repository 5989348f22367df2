using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace ActorIL.External.Frames;

/// <summary>A frame that is being written, in memory that is used again.</summary>
internal sealed class FrameWriter
{
    private byte[] _bytes = new byte[4_096];
    private int _length;

    /// <summary>The whole frame.</summary>
    public ReadOnlySpan<byte> Written
    {
        get
        {
            BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(4), _length - Protocol.HeaderLength);
            return _bytes.AsSpan(0, _length);
        }
    }

    /// <summary>Forgets what was written and begins a frame.</summary>
    public FrameWriter Begin(FrameKind kind)
    {
        Protocol.Magic.CopyTo(_bytes);
        _bytes[3] = (byte)kind;
        _length = Protocol.HeaderLength;
        return this;
    }

    public FrameWriter Put(int number)
    {
        BinaryPrimitives.WriteInt32LittleEndian(Room(sizeof(int)), number);
        return this;
    }

    /// <summary>Numbers as they lie in memory: little-endian.</summary>
    public FrameWriter Put<T>(ReadOnlySpan<T> numbers)
        where T : unmanaged
    {
        MemoryMarshal.AsBytes(numbers).CopyTo(Room(checked(numbers.Length * Unsafe.SizeOf<T>())));
        return this;
    }

    /// <summary>Numbers that are indices, kept as floats in memory and sent as whole ones.</summary>
    public FrameWriter PutWhole(ReadOnlySpan<float> numbers)
    {
        var whole = MemoryMarshal.Cast<byte, int>(Room(numbers.Length * sizeof(int)));
        for (var i = 0; i < numbers.Length; i++)
        {
            whole[i] = (int)numbers[i];
        }

        return this;
    }

    /// <summary>The length in bytes, then the text in UTF-8.</summary>
    public FrameWriter PutText(string text)
    {
        Put(Encoding.UTF8.GetByteCount(text));
        return PutBytes(text);
    }

    /// <summary>The text in UTF-8, which takes the rest of the frame.</summary>
    public FrameWriter PutBytes(string text)
    {
        Encoding.UTF8.GetBytes(text, Room(Encoding.UTF8.GetByteCount(text)));
        return this;
    }

    /// <summary>Bytes to be written by the caller.</summary>
    public Span<byte> Room(int length)
    {
        var end = checked(_length + length);
        if (end > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(end, (int)Math.Min(Array.MaxLength, 2L * _bytes.Length)));
        }

        var room = _bytes.AsSpan(_length, length);
        _length = end;
        return room;
    }
}
