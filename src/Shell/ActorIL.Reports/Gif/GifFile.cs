using System.Buffers.Binary;

namespace ActorIL.Reports.Gif;

/// <summary>
/// Writes animated GIF files. Each picture after the first holds only the rectangle that changed. Source: CompuServe,
/// Graphics Interchange Format, version 89a, 1990.
/// </summary>
public static class GifFile
{
    private const byte ColourBits = 3;
    private const byte Trailer = 0x3B;

    /// <summary>The bytes of the file; it repeats for ever.</summary>
    public static byte[] Encode(GifAnimation animation)
    {
        using var stream = new MemoryStream();
        stream.Write("GIF89a"u8);
        WriteNumbers(stream, animation.Width, animation.Height);

        // A global table of 8 colours, background 0, square pixels.
        stream.Write([0xF0 | (ColourBits - 1), 0, 0]);
        foreach (var colour in animation.Palette)
        {
            stream.Write([(byte)(colour >> 16), (byte)(colour >> 8), (byte)colour]);
        }

        stream.Write([0x21, 0xFF, 11]);
        stream.Write("NETSCAPE2.0"u8);
        stream.Write([3, 1, 0, 0, 0]);
        byte[]? before = null;
        foreach (var frame in animation.Frames)
        {
            WriteFrame(stream, animation, before, frame);
            before = frame;
        }

        stream.WriteByte(Trailer);
        return stream.ToArray();
    }

    private static void WriteFrame(Stream stream, GifAnimation animation, byte[]? before, byte[] frame)
    {
        // The picture stays below the next one.
        stream.Write([0x21, 0xF9, 4, 1 << 2]);
        WriteNumbers(stream, animation.DelayHundredths);
        stream.Write([0, 0]);
        var (left, top, width, height) = Changed(animation, before, frame);
        stream.WriteByte(0x2C);
        WriteNumbers(stream, left, top, width, height);
        stream.Write([0, ColourBits]);
        var pixels = new byte[width * height];
        for (var row = 0; row < height; row++)
        {
            frame.AsSpan(((top + row) * animation.Width) + left, width).CopyTo(pixels.AsSpan(row * width));
        }

        var codes = LempelZivWelch.Encode(pixels, ColourBits);
        foreach (var block in codes.Chunk(255))
        {
            stream.WriteByte((byte)block.Length);
            stream.Write(block);
        }

        stream.WriteByte(0);
    }

    /// <summary>The smallest rectangle with every changed pixel; one pixel where none changed.</summary>
    private static (int Left, int Top, int Width, int Height) Changed(
        GifAnimation animation,
        byte[]? before,
        byte[] frame
    )
    {
        if (before is null)
        {
            return (0, 0, animation.Width, animation.Height);
        }

        var (left, top, right, bottom) = (animation.Width, animation.Height, -1, -1);
        for (var place = 0; place < frame.Length; place++)
        {
            if (frame[place] != before[place])
            {
                var (row, column) = (place / animation.Width, place % animation.Width);
                (left, right) = (Math.Min(left, column), Math.Max(right, column));
                (top, bottom) = (Math.Min(top, row), Math.Max(bottom, row));
            }
        }

        return right < 0 ? (0, 0, 1, 1) : (left, top, right - left + 1, bottom - top + 1);
    }

    private static void WriteNumbers(Stream stream, params ReadOnlySpan<int> numbers)
    {
        Span<byte> bytes = stackalloc byte[2];
        foreach (var number in numbers)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)number);
            stream.Write(bytes);
        }
    }
}
