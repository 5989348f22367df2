using System.Globalization;
using System.Text;

namespace ActorIL.Reports.Figures;

/// <summary>Draws charts of bars.</summary>
public static class BarDrawing
{
    private const int Width = 400;
    private const int TitleHeight = 24;
    private const int RowHeight = 19;
    private const int FootHeight = 44;
    private const int ValueWidth = 66;

    /// <summary>The chart as SVG; bars that are not finite are left out.</summary>
    public static Figure Draw(BarChart chart)
    {
        var bars = chart.Bars.Where(bar => double.IsFinite(bar.Value)).ToList();
        var height = TitleHeight + (Math.Max(bars.Count, 1) * RowHeight) + FootHeight;
        var text = new StringBuilder();
        text.Append($"<text class=\"head\" x=\"12\" y=\"16\">{Markup.Escape(chart.Title)}</text>\n");
        if (bars.Count == 0)
        {
            text.Append($"<text class=\"soft mid\" x=\"{Width / 2}\" y=\"{height / 2}\">no values</text>\n");
            return new(chart.Id, chart.Title, chart.Caption, Width, height, text.ToString());
        }

        var left = 12 + (bars.Max(bar => bar.Name.Length) * Legend.CharacterWidth);
        var scale = AxisScale.Of(
            Math.Min(0, bars.Min(bar => bar.Low)),
            Math.Max(0, bars.Max(bar => bar.High)),
            isLogarithmic: false,
            hasMargin: false,
            tickCount: 4
        );
        var plot = new PlotArea(left, TitleHeight, Width - ValueWidth, height - FootHeight, scale, scale);
        plot.AppendPanel(text);
        plot.AppendHorizontal(text, chart.Horizontal.Label);
        for (var row = 0; row < bars.Count; row++)
        {
            Append(text, plot, bars[row], TitleHeight + (row * RowHeight));
        }

        var zero = Markup.Pixel(plot.X(0));
        text.Append($"<path class=\"zero\" d=\"M{zero},{TitleHeight}V{Markup.Pixel(plot.Bottom)}\"/>\n");
        return new(chart.Id, chart.Title, chart.Caption, Width, height, text.ToString());
    }

    private static void Append(StringBuilder text, PlotArea plot, Bar bar, double top)
    {
        var (zero, end) = (plot.X(0), plot.X(bar.Value));
        var baseline = Markup.Pixel(top + 14);
        text.Append($"<text class=\"end\" x=\"{Markup.Pixel(plot.Left - 6)}\" y=\"{baseline}\">")
            .Append($"{Markup.Escape(bar.Name)}</text>")
            .Append($"<rect class=\"f{bar.Ink % FigureStyle.InkCount}\" x=\"{Markup.Pixel(Math.Min(zero, end))}\"")
            .Append($" y=\"{Markup.Pixel(top + 3)}\" width=\"{Markup.Pixel(Math.Abs(end - zero))}\"")
            .Append($" height=\"{RowHeight - 6}\" opacity=\".8\"/>");
        if (bar.High > bar.Low)
        {
            var (low, high, middle) = (plot.X(bar.Low), plot.X(bar.High), top + (RowHeight / 2.0));
            text.Append($"<path class=\"whisker\" d=\"M{Markup.Pixels(low, middle)}H{Markup.Pixel(high)}")
                .Append($"M{Markup.Pixels(low, middle - 4)}v8M{Markup.Pixels(high, middle - 4)}v8\"/>");
        }

        var value = bar.Value.ToString("F1", CultureInfo.InvariantCulture).Replace('-', '−');
        text.Append($"<text class=\"end\" x=\"{Width - 6}\" y=\"{baseline}\">{value}</text>\n");
    }
}
