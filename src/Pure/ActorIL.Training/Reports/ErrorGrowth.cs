using System.Collections.Immutable;
using ActorIL.Core.Fields;

namespace ActorIL.Training.Reports;

/// <summary>
/// How the cost of a student's mistakes grows with the horizon: the same policy on prefixes of the same episodes.
/// </summary>
/// <param name="Costs">One a horizon, ascending.</param>
/// <param name="Slope">
/// Of the logarithm of the cost against that of the horizon, by least squares; NaN where a cost is not above 0.
/// </param>
/// <param name="CiLow">Lower end of its 95 % interval over episodes; NaN where a resample has no slope.</param>
/// <param name="CiHigh">Upper end of the interval.</param>
public sealed record ErrorGrowth(ImmutableArray<HorizonCost> Costs, double Slope, double CiLow, double CiHigh)
    : IFields<ErrorGrowth>
{
    public static TypeName Name => new("error-growth", 1);

    public static ErrorGrowth Fields<TVisitor>(scoped ref TVisitor visitor, ErrorGrowth? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var costs = value?.Costs ?? [];
        var slope = value?.Slope ?? 0;
        var ciLow = value?.CiLow ?? 0;
        var ciHigh = value?.CiHigh ?? 0;
        visitor.Records(1, "costs", ref costs);
        visitor.Field(2, "slope", ref slope);
        visitor.Field(3, "ci_low", ref ciLow);
        visitor.Field(4, "ci_high", ref ciHigh);
        return TVisitor.Rebuilds ? new(costs, slope, ciLow, ciHigh) : value!;
    }
}
