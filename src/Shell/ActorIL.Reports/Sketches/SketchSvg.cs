using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Reports.Figures;

namespace ActorIL.Reports.Sketches;

/// <summary>Shapes as elements of an SVG drawing.</summary>
/// <param name="view">What is shown.</param>
/// <param name="width">Pixels across.</param>
internal sealed class SketchSvg(SketchView view, int width)
{
    private readonly double _scale = width / view.Width;

    public int Width => width;

    public int Height => (int)Math.Round(view.Height * _scale);

    /// <summary>The element of a shape.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="id">Its name in the page; empty for none.</param>
    public string Element(SketchShape shape, string id)
    {
        var name = id.Length > 0 ? $" id=\"{id}\"" : "";
        var look = $" class=\"{ClassOf(shape.Ink)}\"";
        return shape.Match(
            path =>
                $"<polyline{name}{look} stroke-width=\"{Markup.Pixel(Math.Max(1.5, path.Width * _scale))}\""
                + $" points=\"{Place(path)}\"/>\n",
            area => $"<polygon{name}{look} points=\"{Place(area)}\"/>\n",
            disk =>
                $"<circle{name}{look} cx=\"{X(disk.Centre)}\" cy=\"{Y(disk.Centre)}\""
                + $" r=\"{Markup.Pixel(disk.Radius * _scale)}\"/>\n"
        );
    }

    /// <summary>Where a shape is: its points as an attribute has them, or its middle.</summary>
    public string Place(SketchShape shape) =>
        shape.Match(path => Points(path.Points), area => Points(area.Points), disk => Points([disk.Centre]));

    /// <summary>A place in pixels.</summary>
    public string Pixels(SketchPoint point) => $"{X(point)},{Y(point)}";

    private string Points(ImmutableArray<SketchPoint> points) => string.Join(' ', points.Select(Pixels));

    private string X(SketchPoint point) => Markup.Pixel((point.X - view.Left) * _scale);

    private string Y(SketchPoint point) => Markup.Pixel((view.Top - point.Y) * _scale);

    private static string ClassOf(SketchInk ink) => ink.ToString().ToLower(CultureInfo.InvariantCulture);
}
