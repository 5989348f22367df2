using ActorIL.Core.Contracts;
using ActorIL.Core.Fields;

namespace ActorIL.Training.Reports;

/// <summary>
/// How often episodes succeeded and how often they failed. What is missing to 1 was cut off before either.
/// </summary>
public sealed record OutcomeRates(RateSummary Success, RateSummary Failure) : IFields<OutcomeRates>
{
    public static TypeName Name => new("outcome-rates", 1);

    /// <summary>The rates among episodes with these outcomes.</summary>
    /// <param name="outcomes">As <see cref="Outcome"/>, shape [n], n ≥ 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no episodes.</exception>
    public static OutcomeRates Of(ReadOnlySpan<byte> outcomes) =>
        new(
            RateSummary.Of(outcomes.Count((byte)Outcome.Success), outcomes.Length),
            RateSummary.Of(outcomes.Count((byte)Outcome.Failure), outcomes.Length)
        );

    public static OutcomeRates Fields<TVisitor>(scoped ref TVisitor visitor, OutcomeRates? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var success = value?.Success;
        var failure = value?.Failure;
        visitor.Record(1, "success", ref success);
        visitor.Record(2, "failure", ref failure);
        return TVisitor.Rebuilds ? new(success!, failure!) : value!;
    }
}
