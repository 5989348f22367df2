using System.Collections.Immutable;
using ActorIL.Actors.Addressing;
using ActorIL.Core.Fields;
using ActorIL.Training.Collection;

namespace ActorIL.Training.Learning;

/// <summary>A learner between messages.</summary>
/// <typeparam name="TLearning">What its algorithm carries from one update to the next.</typeparam>
/// <param name="Learning">What the algorithm carries: parameters, optimiser, statistics.</param>
/// <param name="ReplyTo">Who is waiting.</param>
/// <param name="Unscored">Candidates under validation, oldest first.</param>
/// <param name="Best">The best so far; null before the first score.</param>
/// <param name="Final">The last policy, once it is scored.</param>
/// <param name="EnvironmentStepCount">Steps trained on.</param>
/// <param name="ValidationStepCount">Steps of validation.</param>
/// <param name="Unrewarded">The rollout that waits for its rewards; null for none.</param>
public sealed record LearnerState<TLearning>(
    TLearning Learning,
    ReplyTo<PpoTrained> ReplyTo,
    ImmutableArray<Candidate> Unscored,
    Candidate? Best,
    Candidate? Final,
    long EnvironmentStepCount,
    long ValidationStepCount,
    Collected? Unrewarded
) : ILearnerState, IFields<LearnerState<TLearning>>
    where TLearning : class, IFields<TLearning>
{
    public static TypeName Name => new("learner-state", 1);

    /// <summary>With a policy lag: the rollout to learn from while the next one is collected.</summary>
    public Collected? Held { get; init; }

    public static LearnerState<TLearning> Fields<TVisitor>(scoped ref TVisitor visitor, LearnerState<TLearning>? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var learning = value?.Learning;
        var replyTo = value?.ReplyTo ?? default;
        var unscored = value?.Unscored ?? [];
        var best = value?.Best;
        var final = value?.Final;
        var environmentStepCount = value?.EnvironmentStepCount ?? 0L;
        var validationStepCount = value?.ValidationStepCount ?? 0L;
        visitor.Record(1, "learning", ref learning);
        visitor.Record(2, "reply_to", ref replyTo);
        visitor.Records(4, "unscored", ref unscored);
        visitor.Record(5, "best", ref best);
        visitor.Record(6, "final", ref final);
        visitor.Field(7, "environment_step_count", ref environmentStepCount);
        visitor.Field(8, "validation_step_count", ref validationStepCount);
        var unrewarded = value?.Unrewarded;
        visitor.Record(9, "unrewarded", ref unrewarded);
        var held = value?.Held;
        visitor.Record(10, "held", ref held);
        return TVisitor.Rebuilds
            ? new(learning!, replyTo, unscored, best, final, environmentStepCount, validationStepCount, unrewarded)
            {
                Held = held,
            }
            : value!;
    }
}
