namespace ActorIL.Reports.Gif;

/// <summary>
/// The compression of GIF: codes of growing length for strings seen before. Source: Welch, "A technique for
/// high-performance data compression", Computer 17(6), 1984.
/// </summary>
internal static class LempelZivWelch
{
    private const int CodeBitsMax = 12;
    private const int CodeMax = (1 << CodeBitsMax) - 1;

    /// <summary>The codes of pixels as bytes, lowest bits first.</summary>
    /// <param name="pixels">At least one, each below 2 to the power of <paramref name="colourBits"/>.</param>
    /// <param name="colourBits">Bits of a pixel, 2 to 8.</param>
    public static byte[] Encode(ReadOnlySpan<byte> pixels, int colourBits)
    {
        var (clear, end) = (1 << colourBits, (1 << colourBits) + 1);
        var children = new int[(CodeMax + 1) << colourBits];
        var writer = new BitWriter();
        var (next, codeBits) = (end + 1, colourBits + 1);
        writer.Write(clear, codeBits);
        var prefix = (int)pixels[0];
        foreach (var pixel in pixels[1..])
        {
            var child = (prefix << colourBits) | pixel;
            if (children[child] != 0)
            {
                prefix = children[child];
                continue;
            }

            writer.Write(prefix, codeBits);
            if (next == CodeMax)
            {
                writer.Write(clear, codeBits);
                Array.Clear(children);
                (next, codeBits) = (end + 1, colourBits + 1);
            }
            else
            {
                codeBits += next == 1 << codeBits ? 1 : 0;
                children[child] = next++;
            }

            prefix = pixel;
        }

        writer.Write(prefix, codeBits);

        // The reader counts one string more with this code, and so may expect the next one to be longer.
        codeBits += next == 1 << codeBits && codeBits < CodeBitsMax ? 1 : 0;
        writer.Write(end, codeBits);
        return writer.ToArray();
    }
}
