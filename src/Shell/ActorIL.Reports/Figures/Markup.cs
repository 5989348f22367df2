using System.Globalization;
using System.Text;

namespace ActorIL.Reports.Figures;

/// <summary>Texts and numbers as they stand in SVG and HTML: escaped, short, the same on every machine.</summary>
internal static class Markup
{
    /// <summary>Text between tags or inside a quoted attribute.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            _ = character switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                _ => escaped.Append(character),
            };
        }

        return escaped.ToString();
    }

    /// <summary>A coordinate in pixels, with one digit after the point.</summary>
    public static string Pixel(double value)
    {
        var text = value.ToString("0.#", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }

    /// <summary>A pair of coordinates as in a list of points.</summary>
    public static string Pixels(double x, double y) => $"{Pixel(x)},{Pixel(y)}";
}
