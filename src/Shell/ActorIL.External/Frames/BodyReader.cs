using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace ActorIL.External.Frames;

/// <summary>Takes a body apart from its front. What is not there is nothing, and is remembered.</summary>
internal ref struct BodyReader(ReadOnlySpan<byte> body)
{
    private ReadOnlySpan<byte> _rest = body;

    /// <summary>Whether everything that was taken was there.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>Whether nothing is left, and nothing was missing.</summary>
    public readonly bool IsDone => IsWhole && _rest.IsEmpty;

    public int Int()
    {
        var bytes = Bytes(sizeof(int));
        return bytes.IsEmpty ? 0 : BinaryPrimitives.ReadInt32LittleEndian(bytes);
    }

    /// <summary>Numbers, copied out.</summary>
    public void Numbers<T>(Span<T> numbers)
        where T : unmanaged => Bytes((long)numbers.Length * Unsafe.SizeOf<T>()).CopyTo(MemoryMarshal.AsBytes(numbers));

    /// <summary>A length in bytes, then UTF-8.</summary>
    public string Text() => Encoding.UTF8.GetString(Bytes((uint)Int()));

    /// <summary>That many bytes; none where there are fewer.</summary>
    public ReadOnlySpan<byte> Bytes(long length)
    {
        if (length < 0 || length > _rest.Length)
        {
            IsWhole = false;
            _rest = [];
            return [];
        }

        var bytes = _rest[..(int)length];
        _rest = _rest[(int)length..];
        return bytes;
    }
}
