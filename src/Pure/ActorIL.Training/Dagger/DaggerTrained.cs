using System.Collections.Immutable;
using ActorIL.Core.Fields;

namespace ActorIL.Training.Dagger;

/// <summary>What DAgger gives.</summary>
/// <param name="Rounds">Every round in order, scored.</param>
/// <param name="EnvironmentStepCount">Steps of all rounds.</param>
public sealed record DaggerTrained(ImmutableArray<RoundStudent> Rounds, long EnvironmentStepCount)
    : IFields<DaggerTrained>
{
    /// <summary>Steps that the expert drove to find out what candidate actions cost.</summary>
    public long ExpertStepCount { get; init; }

    public static TypeName Name => new("dagger-trained", 1);

    public static DaggerTrained Fields<TVisitor>(scoped ref TVisitor visitor, DaggerTrained? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var rounds = value?.Rounds ?? [];
        var environmentStepCount = value?.EnvironmentStepCount ?? 0L;
        visitor.Records(1, "rounds", ref rounds);
        visitor.Field(2, "environment_step_count", ref environmentStepCount);
        var expertStepCount = value?.ExpertStepCount ?? 0L;
        visitor.Field(3, "expert_step_count", ref expertStepCount);
        return TVisitor.Rebuilds ? new(rounds, environmentStepCount) { ExpertStepCount = expertStepCount } : value!;
    }
}
