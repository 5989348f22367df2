using System.Collections.Immutable;
using ActorIL.Reports.Content;
using ActorIL.Storage.Files;

namespace ActorIL.Reports.Tests.Content;

public class MetricCurvesTests
{
    [Fact]
    public void Several_values_at_a_place_are_a_mean_with_a_t_interval()
    {
        var (points, text) = MetricCurves.Points([(10, 1), (10, 2), (10, 3), (20, 5)]);
        var half = 4.303 / Math.Sqrt(3);
        Assert.Equal(2, points.Length);
        Assert.Equal((10, 2), (points[0].X, points[0].Y));
        Assert.Equal(2 - half, points[0].Low, 1e-9);
        Assert.Equal(2 + half, points[0].High, 1e-9);
        Assert.Equal((5, 5, 5), (points[1].Y, points[1].Low, points[1].High));
        Assert.Contains("n = 3", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_curves_are_means_of_neighbours_with_their_extremes()
    {
        var (points, text) = MetricCurves.Points([.. Enumerable.Range(0, 1000).Select(i => ((double)i, i % 5.0))]);
        Assert.Equal(200, points.Length);
        Assert.All(points, point => Assert.Equal((2, 0, 4), (point.Y, point.Low, point.High)));
        Assert.Contains("5 neighbours", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_loss_stands_at_the_labels_of_its_round()
    {
        ImmutableArray<MetricRow> rows =
        [
            new("dagger", 0, "loss", 0.5),
            new("other", 0, "labels", 7),
            new("dagger", 20, "labels", 20),
            new("dagger", 20, "loss", 0.25),
        ];
        Assert.Equal([(20.0, 0.5), (20.0, 0.25)], MetricCurves.Values(rows, "dagger", "loss"));
        Assert.Equal([(20.0, 20.0)], MetricCurves.Values(rows, "dagger", "labels"));
    }
}
