using System.Text;

namespace ActorIL.Reports.Sketches;

/// <summary>Pixels as characters: each holds two columns of four dots.</summary>
public static class BrailleText
{
    /// <summary>Pixels across in a character.</summary>
    public const int Columns = 2;

    /// <summary>Pixels down in a character.</summary>
    public const int Rows = 4;

    private const char Empty = '\u2800';

    /// <summary>The lines of a picture, without trailing blanks.</summary>
    /// <param name="pixels">Shape [height, width]; 0 where nothing is.</param>
    /// <param name="width">Pixels across.</param>
    public static IEnumerable<string> Lines(byte[] pixels, int width)
    {
        var height = pixels.Length / width;
        for (var top = 0; top < height; top += Rows)
        {
            var line = new StringBuilder();
            for (var left = 0; left < width; left += Columns)
            {
                line.Append(Character(pixels, width, height, left, top));
            }

            yield return line.ToString().TrimEnd(' ');
        }
    }

    private static char Character(byte[] pixels, int width, int height, int left, int top)
    {
        var dots = 0;
        for (var row = 0; row < Rows && top + row < height; row++)
        {
            for (var column = 0; column < Columns && left + column < width; column++)
            {
                dots |= pixels[((top + row) * width) + left + column] != 0 ? Dot(column, row) : 0;
            }
        }

        return dots == 0 ? ' ' : (char)(Empty + dots);
    }

    // The first six dots run down the columns; the fourth row came later and has the two highest bits.
    private static int Dot(int column, int row) => row == 3 ? 1 << (6 + column) : 1 << ((3 * column) + row);
}
