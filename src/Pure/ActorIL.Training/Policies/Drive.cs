using ActorIL.Core.Fields;

namespace ActorIL.Training.Policies;

/// <summary>How a block chooses actions.</summary>
/// <param name="Policy">Who drives.</param>
/// <param name="Samples">Whether actions are sampled from the policy rather than its mode.</param>
/// <param name="Expert">Who takes the wheel now and then; null for nobody.</param>
/// <param name="ExpertProbability">
/// β: the probability, step by step and environment by environment, that the expert drives; in [0, 1].
/// </param>
public sealed record Drive(PolicySource Policy, bool Samples, PolicySource? Expert, double ExpertProbability)
    : IFields<Drive>
{
    public static TypeName Name => new("drive", 1);

    /// <summary>
    /// Whether the rollout says how probable each sampled action was: for a learner that will have moved on by then.
    /// </summary>
    public bool RatesActions { get; init; }

    public static Drive Fields<TVisitor>(scoped ref TVisitor visitor, Drive? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var policy = value?.Policy;
        var samples = value?.Samples ?? false;
        var expert = value?.Expert;
        var expertProbability = value?.ExpertProbability ?? 0.0;
        visitor.Record(1, "policy", ref policy);
        visitor.Field(2, "samples", ref samples);
        visitor.Record(3, "expert", ref expert);
        visitor.Field(4, "expert_probability", ref expertProbability);
        var ratesActions = value?.RatesActions ?? false;
        visitor.Field(5, "rates_actions", ref ratesActions);
        return TVisitor.Rebuilds
            ? new(policy!, samples, expert, expertProbability) { RatesActions = ratesActions }
            : value!;
    }
}
