using ActorIL.Core.Fields;

namespace ActorIL.Plugins.Shipped;

/// <summary>What a student's section says of DAgger's mixture.</summary>
/// <param name="Schedule">"indicator", "exponential" or "linear".</param>
/// <param name="Decay">Factor a round of the exponential schedule, in [0, 1].</param>
/// <param name="RoundCount">Rounds of the linear schedule, ≥ 1.</param>
internal sealed record MixtureParameters(string Schedule, double Decay, int RoundCount) : IFields<MixtureParameters>
{
    public static TypeName Name => new("mixture-parameters", 1);

    public static MixtureParameters Fields<TVisitor>(scoped ref TVisitor visitor, MixtureParameters? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var schedule = value?.Schedule ?? "";
        var decay = value?.Decay ?? 0.0;
        var roundCount = value?.RoundCount ?? 0;
        visitor.Field(1, "beta_schedule", ref schedule);
        visitor.Field(2, "beta_decay", ref decay);
        visitor.Field(3, "beta_rounds", ref roundCount);
        return TVisitor.Rebuilds ? new(schedule, decay, roundCount) : value!;
    }
}
