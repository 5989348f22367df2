namespace ActorIL.Reports.Tests.Gif;

/// <summary>Reads GIF files as the specification words it: strings of a table, no cleverness.</summary>
internal static class NaiveGif
{
    /// <summary>Every picture as the viewer sees it, indices of the global colours.</summary>
    public static List<byte[]> Read(byte[] file)
    {
        var (width, height) = (Number(file, 6), Number(file, 8));
        var at = 13 + (3 << ((file[10] & 7) + 1));
        var screen = new byte[width * height];
        var pictures = new List<byte[]>();
        while (file[at] != 0x3B)
        {
            if (file[at] == 0x21)
            {
                at = Blocks(file, at + 2).Next;
                continue;
            }

            Assert.Equal(0x2C, file[at]);
            var (left, top, columns) = (Number(file, at + 1), Number(file, at + 3), Number(file, at + 5));
            var (bytes, next) = Blocks(file, at + 11);
            var pixels = Decode(bytes, file[at + 10]);
            Assert.Equal(columns * Number(file, at + 7), pixels.Count);
            foreach (var (index, pixel) in pixels.Index())
            {
                screen[((top + (index / columns)) * width) + left + (index % columns)] = pixel;
            }

            pictures.Add([.. screen]);
            at = next;
        }

        Assert.Equal(file.Length - 1, at);
        return pictures;
    }

    /// <summary>Strings by code; every code but the first after a clearing adds one.</summary>
    public static List<byte> Decode(List<byte> bytes, int colourBits)
    {
        var clear = 1 << colourBits;
        var strings = new List<byte[]>();
        var pixels = new List<byte>();
        var (bit, size) = (0, colourBits + 1);
        byte[]? before = null;
        while (true)
        {
            var code = 0;
            for (var i = 0; i < size; i++, bit++)
            {
                code |= ((bytes[bit / 8] >> (bit % 8)) & 1) << i;
            }

            if (code == clear)
            {
                strings = [.. Enumerable.Range(0, clear + 2).Select(value => new[] { (byte)value })];
                (size, before) = (colourBits + 1, null);
                continue;
            }

            if (code == clear + 1)
            {
                Assert.InRange(bytes.Count - (bit / 8), 0, 1);
                return pixels;
            }

            var found = code < strings.Count ? strings[code] : [.. before!, before![0]];
            if (before is not null)
            {
                strings.Add([.. before, found[0]]);
            }

            size += strings.Count == 1 << size && size < 12 ? 1 : 0;
            pixels.AddRange(found);
            before = found;
        }
    }

    private static int Number(byte[] file, int at) => file[at] | (file[at + 1] << 8);

    private static (List<byte> Bytes, int Next) Blocks(byte[] file, int at)
    {
        var bytes = new List<byte>();
        while (file[at] != 0)
        {
            bytes.AddRange(file.Skip(at + 1).Take(file[at]));
            at += file[at] + 1;
        }

        return (bytes, at + 1);
    }
}
