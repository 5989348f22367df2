using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Reports.Figures;

namespace ActorIL.Reports.Content;

/// <summary>Error growth against the horizon, on logarithmic axes.</summary>
public static class GrowthFigures
{
    private const string Id = "error-growth";
    private const string Title = "Error growth against the horizon";

    /// <summary>Of one run: intervals over episodes. None where no horizons were asked for.</summary>
    public static ImmutableArray<Figure> Run(ImmutableArray<StageFacts> stages)
    {
        var curves = stages
            .Where(static stage => stage.Growth is { Costs.Length: > 0 })
            .Select(
                static (stage, index) =>
                    new Curve(
                        Name(stage.Name, new(stage.Growth!.Slope, stage.Growth.CiLow, stage.Growth.CiHigh)),
                        [
                            .. stage.Growth.Costs.Select(static cost => new ChartPoint(
                                cost.StepCount,
                                cost.Excess,
                                cost.CiLow > 0 ? cost.CiLow : cost.Excess,
                                cost.CiHigh
                            )),
                        ],
                        index
                    )
            )
            .ToImmutableArray();
        return Draw(
            curves,
            "Cost beyond the expert on the same episodes up to T, slopes by least squares; bands and intervals: 95 % "
                + "bootstrap over episodes. A band that reaches 0 has no lower edge; costs of 0 are left out."
        );
    }

    /// <summary>Of a sweep: intervals over seeds.</summary>
    public static ImmutableArray<Figure> Sweep(ImmutableArray<SweepGrowth> growth) =>
        Draw(
            [.. growth.Select(static (stage, index) => new Curve(Name(stage.Stage, stage.Cost), stage.Costs, index))],
            "Mean over seeds of the cost beyond the expert on the same episodes up to T, slopes by least squares; "
                + "bands and intervals: 95 % jackknife over seeds. Costs of 0 are left out."
        );

    private static ImmutableArray<Figure> Draw(ImmutableArray<Curve> curves, string caption) =>
        curves.IsEmpty
            ? []
            :
            [
                LineDrawing.Draw(
                    new(
                        Id,
                        Title,
                        caption,
                        new Axis("horizon T, steps", IsLogarithmic: true),
                        new Axis("excess cost", IsLogarithmic: true),
                        curves
                    )
                ),
            ];

    /// <summary>A slope with its interval, as far as there are such.</summary>
    public static string Slope(SlopeFacts slope) =>
        double.IsNaN(slope.Slope) ? "none"
        : double.IsNaN(slope.CiLow) ? Two(slope.Slope)
        : $"{Two(slope.Slope)} [{Two(slope.CiLow)}, {Two(slope.CiHigh)}]";

    private static string Name(string stage, SlopeFacts slope) => $"{stage}, slope {Slope(slope)}";

    private static string Two(double value) => value.ToString("F2", CultureInfo.InvariantCulture).Replace('-', '−');
}
