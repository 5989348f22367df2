using ActorIL.Core.Fields;
using ActorIL.Environments.Perturbations;

namespace ActorIL.Training.Reports;

/// <summary>How often a policy recovered, from the same starts and pushes as every other one of its run.</summary>
/// <param name="Count">Episodes n of either kind, ≥ 1.</param>
/// <param name="WideStarts">Recovered from a wide start.</param>
/// <param name="Pushes">Recovered after a push.</param>
public sealed record RecoveryRates(int Count, RateSummary WideStarts, RateSummary Pushes) : IFields<RecoveryRates>
{
    public static TypeName Name => new("recovery-rates", 1);

    /// <exception cref="ArgumentOutOfRangeException">There are no episodes.</exception>
    public static RecoveryRates Of(PerturbedResults results) =>
        new(results.Count, Rate(results.WideStarts.AsSpan()), Rate(results.Pushes.AsSpan()));

    public static RecoveryRates Fields<TVisitor>(scoped ref TVisitor visitor, RecoveryRates? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var count = value?.Count ?? 0;
        var wideStarts = value?.WideStarts;
        var pushes = value?.Pushes;
        visitor.Field(1, "count", ref count);
        visitor.Record(2, "wide_starts", ref wideStarts);
        visitor.Record(3, "pushes", ref pushes);
        return TVisitor.Rebuilds ? new(count, wideStarts!, pushes!) : value!;
    }

    private static RateSummary Rate(ReadOnlySpan<byte> recovered) =>
        RateSummary.Of(recovered.Count((byte)1), recovered.Length);
}
