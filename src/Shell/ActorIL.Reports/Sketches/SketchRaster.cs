using System.Collections.Immutable;

namespace ActorIL.Reports.Sketches;

/// <summary>Draws shapes on a grid of square pixels.</summary>
public sealed class SketchRaster
{
    private readonly SketchView _view;
    private readonly double _scale;

    /// <param name="view">What is shown.</param>
    /// <param name="width">Pixels across, ≥ 1.</param>
    public SketchRaster(SketchView view, int width)
        : this(view, width, Math.Max(1, (int)Math.Round(width * view.Height / view.Width))) { }

    /// <param name="view">What is shown, as large as fits.</param>
    /// <param name="width">Pixels across, ≥ 1.</param>
    /// <param name="height">Pixels down, ≥ 1.</param>
    public SketchRaster(SketchView view, int width, int height)
    {
        (_view, Width, Height) = (view, width, height);
        _scale = Math.Max(view.Width / width, view.Height / height);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>The pixels from the top left: 0 where nothing is, else 1 and the number of the ink.</summary>
    public byte[] Draw(ImmutableArray<SketchShape> shapes)
    {
        var pixels = new byte[Width * Height];
        foreach (var shape in shapes)
        {
            var (points, reach, contains) = shape.Match<(ImmutableArray<SketchPoint>, double, Func<SketchPoint, bool>)>(
                path =>
                {
                    var reach = Math.Max(path.Width / 2, _scale * 0.55);
                    return (path.Points, reach, point => IsNear(path.Points, point, reach));
                },
                area => (area.Points, 0, point => IsInside(area.Points, point)),
                disk =>
                {
                    var reach = Math.Max(disk.Radius, _scale * 0.55);
                    return ([disk.Centre], reach, point => Square(point, disk.Centre) <= reach * reach);
                }
            );
            Fill(pixels, points, reach, contains, (byte)(1 + (int)shape.Ink));
        }

        return pixels;
    }

    private void Fill(
        byte[] pixels,
        ImmutableArray<SketchPoint> points,
        double reach,
        Func<SketchPoint, bool> contains,
        byte value
    )
    {
        var first = Column(points.Min(point => point.X) - reach);
        var last = Column(points.Max(point => point.X) + reach);
        var top = Row(points.Max(point => point.Y) + reach);
        var bottom = Row(points.Min(point => point.Y) - reach);
        for (var row = Math.Max(0, top); row <= Math.Min(Height - 1, bottom); row++)
        {
            for (var column = Math.Max(0, first); column <= Math.Min(Width - 1, last); column++)
            {
                if (contains(Centre(column, row)))
                {
                    pixels[(row * Width) + column] = value;
                }
            }
        }
    }

    // The middle of the view is the middle of the grid.
    private SketchPoint Centre(int column, int row) =>
        new(
            ((_view.Left + _view.Right) / 2) + ((column + 0.5 - (Width / 2.0)) * _scale),
            ((_view.Bottom + _view.Top) / 2) - ((row + 0.5 - (Height / 2.0)) * _scale)
        );

    private int Column(double x) => Clamped(((x - ((_view.Left + _view.Right) / 2)) / _scale) + (Width / 2.0), Width);

    private int Row(double y) => Clamped((((_view.Bottom + _view.Top) / 2) - y) / _scale + (Height / 2.0), Height);

    private static int Clamped(double place, int count) => (int)Math.Clamp(Math.Floor(place), -1, count);

    private static bool IsNear(ImmutableArray<SketchPoint> points, SketchPoint point, double reach)
    {
        var isNear = Square(point, points[0]) <= reach * reach;
        for (var i = 1; i < points.Length && !isNear; i++)
        {
            isNear = SquareToSegment(point, points[i - 1], points[i]) <= reach * reach;
        }

        return isNear;
    }

    private static double SquareToSegment(SketchPoint point, SketchPoint from, SketchPoint to)
    {
        var (x, y) = (to.X - from.X, to.Y - from.Y);
        var length = (x * x) + (y * y);
        var share = length > 0 ? Math.Clamp((((point.X - from.X) * x) + ((point.Y - from.Y) * y)) / length, 0, 1) : 0;
        return Square(point, new(from.X + (share * x), from.Y + (share * y)));
    }

    private static double Square(SketchPoint left, SketchPoint right) =>
        ((left.X - right.X) * (left.X - right.X)) + ((left.Y - right.Y) * (left.Y - right.Y));

    /// <summary>Whether a ray to the right crosses the outline an odd number of times.</summary>
    private static bool IsInside(ImmutableArray<SketchPoint> points, SketchPoint point)
    {
        var isInside = false;
        for (var i = 0; i < points.Length; i++)
        {
            var (from, to) = (points[i], points[(i + 1) % points.Length]);
            var crosses =
                from.Y > point.Y != to.Y > point.Y
                && point.X < from.X + ((to.X - from.X) * (point.Y - from.Y) / (to.Y - from.Y));
            isInside ^= crosses;
        }

        return isInside;
    }
}
