using System.Collections.Immutable;
using ActorIL.Actors.Addressing;
using ActorIL.Core.Fields;
using ActorIL.Training.Collection;
using ActorIL.Training.Policies;

namespace ActorIL.Training.Dagger;

/// <summary>The DAgger trainer between messages.</summary>
/// <param name="Expert">Null before the beginning.</param>
/// <param name="ReplyTo">Who is waiting.</param>
/// <param name="Rounds">Students so far, in order.</param>
/// <param name="ScoredCount">How many of them have a score.</param>
/// <param name="Visited">States of the round that wait for labels.</param>
/// <param name="EnvironmentStepCount">Steps of all rounds.</param>
/// <param name="LabelCount">Labels so far where rounds are counted in episodes; else the plan knows them.</param>
/// <param name="Taught">Students of an ensemble that have had this round's lesson.</param>
public sealed record DaggerTrainerState(
    PolicySource? Expert,
    ReplyTo<DaggerTrained> ReplyTo,
    ImmutableArray<RoundStudent> Rounds,
    int ScoredCount,
    Collected? Visited,
    long EnvironmentStepCount,
    int LabelCount,
    ImmutableArray<MemberTrained> Taught
) : IFields<DaggerTrainerState>
{
    /// <summary>Steps that the expert drove to find out what candidate actions cost.</summary>
    public long ExpertStepCount { get; init; }

    public static TypeName Name => new("dagger-trainer-state", 1);

    public static DaggerTrainerState Fields<TVisitor>(scoped ref TVisitor visitor, DaggerTrainerState? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var expert = value?.Expert;
        var replyTo = value?.ReplyTo ?? default;
        var rounds = value?.Rounds ?? [];
        var scoredCount = value?.ScoredCount ?? 0;
        var visited = value?.Visited;
        var environmentStepCount = value?.EnvironmentStepCount ?? 0L;
        visitor.Record(1, "expert", ref expert);
        visitor.Record(2, "reply_to", ref replyTo);
        visitor.Records(4, "rounds", ref rounds);
        visitor.Field(5, "scored_count", ref scoredCount);
        visitor.Record(6, "visited", ref visited);
        visitor.Field(7, "environment_step_count", ref environmentStepCount);
        var labelCount = value?.LabelCount ?? 0;
        var taught = value?.Taught ?? [];
        visitor.Field(8, "label_count", ref labelCount);
        visitor.Records(9, "taught", ref taught);
        var expertStepCount = value?.ExpertStepCount ?? 0L;
        visitor.Field(10, "expert_step_count", ref expertStepCount);
        return TVisitor.Rebuilds
            ? new(expert, replyTo, rounds, scoredCount, visited, environmentStepCount, labelCount, taught)
            {
                ExpertStepCount = expertStepCount,
            }
            : value!;
    }
}
