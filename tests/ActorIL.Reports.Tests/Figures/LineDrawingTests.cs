using System.Collections.Immutable;
using ActorIL.Reports.Figures;

namespace ActorIL.Reports.Tests.Figures;

public class LineDrawingTests
{
    private static readonly ImmutableArray<ChartPoint> Rising =
    [
        new(1, 2, 1.5, 2.5),
        new(10, 3, 3, 3),
        new(100, 5, 4, 6),
    ];

    [Fact]
    public void A_chart_has_axes_with_units_a_legend_bands_and_a_level() =>
        Snapshot.Matches(
            LineDrawing
                .Draw(
                    new(
                        "returns",
                        "Returns < labels",
                        "A caption & more",
                        new Axis("labels", IsLogarithmic: true),
                        new Axis("return"),
                        [
                            new("expert", [new(100, 5.5, 5.4, 5.6)], 0, IsReference: true),
                            new("student", Rising, 1),
                            new("single", [new(20, 3, 2, 4)], 8),
                        ]
                    )
                )
                .Standalone
        );

    [Fact]
    public void What_cannot_be_placed_is_left_out_and_nothing_left_is_said()
    {
        var chart = new LineChart("x", "X", "", new Axis("labels", IsLogarithmic: true), new Axis("y"), []);
        Assert.Contains("no values", LineDrawing.Draw(chart).Inline, StringComparison.Ordinal);
        ImmutableArray<ChartPoint> odd =
        [
            new(0, 1, 1, 1),
            new(5, double.NaN, 0, 0),
            new(5, 1, 1, double.PositiveInfinity),
        ];
        Assert.Contains(
            "no values",
            LineDrawing.Draw(chart with { Curves = [new("odd", odd, 0)] }).Inline,
            StringComparison.Ordinal
        );
        var some = LineDrawing.Draw(chart with { Curves = [new("some", [.. odd, .. Rising], 0)] }).Inline;
        Assert.Equal(LineDrawing.Draw(chart with { Curves = [new("some", Rising, 0)] }).Inline, some);
    }

    [Theory]
    [InlineData(false, ">90<")]
    [InlineData(true, ">0<")]
    public void An_axis_has_zero_where_it_is_wanted(bool hasZero, string lowest)
    {
        var vertical = new Axis("y", HasZero: hasZero);
        var chart = new LineChart(
            "x",
            "X",
            "",
            new("n"),
            vertical,
            [new("c", [new(1, 90, 90, 90), new(2, 99, 99, 99)], 0)]
        );
        var marks = LineDrawing.Draw(chart).Body;
        Assert.Contains(lowest, marks, StringComparison.Ordinal);
        Assert.Equal(hasZero, marks.Contains(">0<", StringComparison.Ordinal));
    }

    [Fact]
    public void Any_finite_values_give_finite_coordinates() =>
        Law.Holds(
            (double[] values) =>
            {
                var points = values
                    .Where(double.IsFinite)
                    .Select((value, index) => new ChartPoint(index, value * 1e-3, value * 1e-3, value * 1e-3))
                    .ToImmutableArray();
                var text = LineDrawing
                    .Draw(new("x", "X", "", new Axis("x"), new Axis("y"), [new("c", points, 0)]))
                    .Inline;
                return !text.Contains("NaN", StringComparison.Ordinal)
                    && !text.Contains("Infinity", StringComparison.Ordinal);
            }
        );
}
