using System.Collections.Immutable;
using System.Text;

namespace ActorIL.Reports.Figures;

/// <summary>Draws charts of curves.</summary>
public static class LineDrawing
{
    private const int Width = 400;
    private const int PlotHeight = 200;
    private const int TitleHeight = 24;
    private const int FootHeight = 44;
    private const int Right = Width - 12;
    private const int MarkedCountMax = 30;

    /// <summary>
    /// The chart as SVG; values that are not finite, or not above 0 on a logarithmic axis, are left out.
    /// </summary>
    public static Figure Draw(LineChart chart)
    {
        var curves = chart
            .Curves.Select(curve => curve with { Points = [.. curve.Points.Where(point => IsShown(chart, point))] })
            .Where(curve => !curve.Points.IsEmpty)
            .ToImmutableArray();
        var legend = Legend.HeightOf(curves, left: 12, Right);
        var text = new StringBuilder();
        text.Append($"<text class=\"head\" x=\"12\" y=\"16\">{Markup.Escape(chart.Title)}</text>\n");
        var height = TitleHeight + legend + PlotHeight + FootHeight;
        if (curves.IsEmpty)
        {
            text.Append($"<text class=\"soft mid\" x=\"{Width / 2}\" y=\"{height / 2}\">no values</text>\n");
            return new(chart.Id, chart.Title, chart.Caption, Width, height, text.ToString());
        }

        Legend.Append(text, curves, left: 12, Right, TitleHeight);
        var points = curves.SelectMany(curve => curve.Points).ToImmutableArray();
        var lowest = points.Min(point => point.Low);
        var vertical = AxisScale.Of(
            chart.Vertical is { HasZero: true, IsLogarithmic: false } ? Math.Min(0, lowest) : lowest,
            points.Max(point => point.High),
            chart.Vertical.IsLogarithmic
        );
        var horizontal = AxisScale.Of(
            points.Min(point => point.X),
            points.Max(point => point.X),
            chart.Horizontal.IsLogarithmic,
            hasMargin: curves.All(curve => curve.Points.Length <= MarkedCountMax)
        );
        var left = 34 + (vertical.Ticks.Max(tick => tick.Text.Length) * Legend.CharacterWidth);
        var plot = new PlotArea(left, TitleHeight + legend + 6, Right, height - FootHeight, horizontal, vertical);
        plot.AppendAxes(text, chart.Horizontal.Label, chart.Vertical.Label);
        foreach (var curve in curves.OrderByDescending(curve => curve.IsReference))
        {
            Append(text, plot, curve);
        }

        return new(chart.Id, chart.Title, chart.Caption, Width, height, text.ToString());
    }

    private static bool IsShown(LineChart chart, ChartPoint point) =>
        double.IsFinite(point.Y)
        && double.IsFinite(point.Low)
        && double.IsFinite(point.High)
        && double.IsFinite(point.X)
        && (!chart.Horizontal.IsLogarithmic || point.X > 0)
        && (!chart.Vertical.IsLogarithmic || point.Low > 0);

    private static void Append(StringBuilder text, PlotArea plot, Curve curve)
    {
        var ink = curve.Ink % FigureStyle.InkCount;
        var points = curve.IsReference ? Level(plot, curve) : Placed(plot, curve);
        if (points.Length > 1 && points.Any(point => point.High != point.Low))
        {
            var outline = points
                .Select(point => Markup.Pixels(point.X, point.High))
                .Concat(points.Reverse().Select(point => Markup.Pixels(point.X, point.Low)));
            text.Append($"<path class=\"band f{ink}\" d=\"M{string.Join('L', outline)}Z\"/>\n");
        }

        if (points.Length > 1)
        {
            var line = string.Join('L', points.Select(point => Markup.Pixels(point.X, point.Y)));
            text.Append($"<path class=\"curve s{ink}\"{Legend.Dash(curve)} d=\"M{line}\"/>\n");
        }

        if (points.Length == 1 && points[0].High != points[0].Low)
        {
            var (x, low, high) = (points[0].X, points[0].Low, points[0].High);
            text.Append($"<path class=\"curve s{ink}\" d=\"M{Markup.Pixels(x - 4, low)}h8M{Markup.Pixels(x, low)}")
                .Append($"V{Markup.Pixel(high)}M{Markup.Pixels(x - 4, high)}h8\"/>\n");
        }

        if (points.Length <= MarkedCountMax && !curve.IsReference)
        {
            foreach (var point in points)
            {
                text.Append($"<circle class=\"f{ink}\" cx=\"{Markup.Pixel(point.X)}\" cy=\"{Markup.Pixel(point.Y)}\"")
                    .Append(" r=\"3\"/>\n");
            }
        }
    }

    private static ImmutableArray<ChartPoint> Placed(PlotArea plot, Curve curve) =>
        [
            .. curve.Points.Select(point => new ChartPoint(
                plot.X(point.X),
                plot.Y(point.Y),
                plot.Y(point.Low),
                plot.Y(point.High)
            )),
        ];

    /// <summary>A level over the whole width.</summary>
    private static ImmutableArray<ChartPoint> Level(PlotArea plot, Curve curve)
    {
        var at = curve.Points[0];
        var level = new ChartPoint(plot.Left, plot.Y(at.Y), plot.Y(at.Low), plot.Y(at.High));
        return [level, level with { X = plot.Right }];
    }
}
