using ActorIL.Reports.Gif;
using ActorIL.Testing;

namespace ActorIL.Reports.Tests.Gif;

public class GifFileTests
{
    private static readonly GifAnimation Empty = new(
        60,
        40,
        [0xFFFFFF, 0xFF0000, 0x00FF00, 0x0000FF, 0xFFFF00, 0xFF00FF, 0x00FFFF, 0],
        5,
        []
    );

    [Fact]
    public void Any_pixels_are_read_again() =>
        Law.Holds(
            (byte[] values) =>
            {
                byte[] pixels = [1, .. values.Select(value => (byte)(value & 7))];
                return NaiveGif.Decode([.. LempelZivWelch.Encode(pixels, 3)], 3).SequenceEqual(pixels);
            }
        );

    // Noise fills the table of 4,096 codes several times; one colour makes the longest strings.
    [Theory]
    [InlineData(1, 0)]
    [InlineData(200_000, 0)]
    [InlineData(200_000, 1)]
    [InlineData(200_000, 7)]
    public void Full_tables_are_cleared(int count, int largest)
    {
        var state = 12345u;
        var pixels = new byte[count];
        for (var i = 0; i < count; i++)
        {
            state = unchecked((state * 1664525) + 1013904223);
            pixels[i] = (byte)((state >> 24) % (uint)(largest + 1));
        }

        Assert.Equal(pixels, NaiveGif.Decode([.. LempelZivWelch.Encode(pixels, 3)], 3));
    }

    [Fact]
    public void Pictures_that_change_a_little_or_not_at_all_are_read_again()
    {
        var first = Picture((x, y) => (x + y) % 8);
        var second = Picture((x, y) => x is > 10 and < 20 && y == 5 ? 7 : (x + y) % 8);
        byte[][] frames = [first, second, second, first];
        Assert.Equal(frames, NaiveGif.Read(GifFile.Encode(Empty with { Frames = [.. frames] })));
    }

    [Fact]
    public void Another_program_reads_it()
    {
        var first = Picture((x, y) => x * y % 8);
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, GifFile.Encode(Empty with { Frames = [first, Picture((x, y) => y % 8)] }));
            const string script =
                "import sys\nfrom PIL import Image\nim = Image.open(sys.argv[1])\n"
                + "print(im.size, im.n_frames, im.info['duration'])\n"
                + "print([im.convert('RGB').getpixel((x, 3)) for x in range(4)])\n"
                + "im.seek(1)\nprint([im.convert('RGB').getpixel((0, y)) for y in range(4)])";
            var text = Tool.Output("/usr/bin/python3", "-c", script, path);
            Assert.SkipWhen(text is null, "There is no Python with the package PIL here (Debian: python3-pil).");
            Assert.Equal(
                "(60, 40) 2 50\n"
                    + "[(255, 255, 255), (0, 0, 255), (0, 255, 255), (255, 0, 0)]\n"
                    + "[(255, 255, 255), (255, 0, 0), (0, 255, 0), (0, 0, 255)]\n",
                text
            );
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static byte[] Picture(Func<int, int, int> colour) =>
        [
            .. Enumerable
                .Range(0, Empty.Width * Empty.Height)
                .Select(place => (byte)colour(place % Empty.Width, place / Empty.Width)),
        ];
}
