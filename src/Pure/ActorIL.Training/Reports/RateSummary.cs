using ActorIL.Core.Fields;

namespace ActorIL.Training.Reports;

/// <summary>How often something happened in independent episodes, with its 95 % Wilson interval.</summary>
/// <param name="Count">Episodes it happened in.</param>
/// <param name="Rate">Their share, in [0, 1].</param>
/// <param name="CiLow">Lower end of the interval.</param>
/// <param name="CiHigh">Upper end of the interval.</param>
public sealed record RateSummary(int Count, double Rate, double CiLow, double CiHigh) : IFields<RateSummary>
{
    public static TypeName Name => new("rate-summary", 1);

    /// <inheritdoc cref="WilsonInterval.Of" />
    public static RateSummary Of(int count, int total)
    {
        var (low, high) = WilsonInterval.Of(count, total);
        return new(count, (double)count / total, low, high);
    }

    public static RateSummary Fields<TVisitor>(scoped ref TVisitor visitor, RateSummary? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var count = value?.Count ?? 0;
        var rate = value?.Rate ?? 0;
        var ciLow = value?.CiLow ?? 0;
        var ciHigh = value?.CiHigh ?? 0;
        visitor.Field(1, "count", ref count);
        visitor.Field(2, "rate", ref rate);
        visitor.Field(3, "ci_low", ref ciLow);
        visitor.Field(4, "ci_high", ref ciHigh);
        return TVisitor.Rebuilds ? new(count, rate, ciLow, ciHigh) : value!;
    }
}
