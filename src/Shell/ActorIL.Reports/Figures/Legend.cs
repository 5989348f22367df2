using System.Collections.Immutable;
using System.Text;

namespace ActorIL.Reports.Figures;

/// <summary>The names of a chart's curves, set in lines above it.</summary>
internal static class Legend
{
    /// <summary>Estimated width of a character of a figure's font, in pixels.</summary>
    public const double CharacterWidth = 6.7;

    private const int LineHeight = 17;
    private const int KeyWidth = 24;
    private const int Gap = 12;

    /// <summary>Pixels the names take; 0 for a single curve, which the title names.</summary>
    public static int HeightOf(ImmutableArray<Curve> curves, double left, double right) =>
        curves.Length < 2 ? 0 : (Places(curves, left, right)[^1].Line + 1) * LineHeight;

    /// <summary>Appends the names, from <paramref name="top"/> down.</summary>
    public static void Append(StringBuilder text, ImmutableArray<Curve> curves, double left, double right, double top)
    {
        if (curves.Length < 2)
        {
            return;
        }

        foreach (var (curve, (x, line)) in curves.Zip(Places(curves, left, right)))
        {
            var y = top + (line * LineHeight) + 11;
            text.Append($"<path class=\"curve s{curve.Ink % FigureStyle.InkCount}\"{Dash(curve)}")
                .Append($" d=\"M{Markup.Pixels(x, y - 4)}h{KeyWidth - 6}\"/>")
                .Append($"<text x=\"{Markup.Pixel(x + KeyWidth)}\" y=\"{Markup.Pixel(y)}\">")
                .Append($"{Markup.Escape(curve.Name)}</text>\n");
        }
    }

    /// <summary>The dash of a curve as an attribute.</summary>
    public static string Dash(Curve curve) =>
        curve.IsReference ? " stroke-dasharray=\"2 4\""
        : curve.Ink >= FigureStyle.InkCount ? " stroke-dasharray=\"7 4\""
        : "";

    private static ImmutableArray<(double X, int Line)> Places(ImmutableArray<Curve> curves, double left, double right)
    {
        var places = ImmutableArray.CreateBuilder<(double, int)>(curves.Length);
        var (x, line) = (left, 0);
        foreach (var curve in curves)
        {
            var width = KeyWidth + (curve.Name.Length * CharacterWidth);
            if (x > left && x + width > right)
            {
                (x, line) = (left, line + 1);
            }

            places.Add((x, line));
            x += width + Gap;
        }

        return places.MoveToImmutable();
    }
}
