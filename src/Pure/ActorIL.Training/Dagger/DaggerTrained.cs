using System.Collections.Immutable;
using ActorIL.Core.Fields;

namespace ActorIL.Training.Dagger;

/// <summary>What DAgger gives.</summary>
/// <param name="Rounds">Every round in order, scored.</param>
/// <param name="EnvironmentStepCount">Steps of all rounds.</param>
public sealed record DaggerTrained(ImmutableArray<RoundStudent> Rounds, long EnvironmentStepCount)
    : IFields<DaggerTrained>
{
    public static TypeName Name => new("dagger-trained", 1);

    public static DaggerTrained Fields<TVisitor>(scoped ref TVisitor visitor, DaggerTrained? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var rounds = value?.Rounds ?? [];
        var environmentStepCount = value?.EnvironmentStepCount ?? 0L;
        visitor.Records(1, "rounds", ref rounds);
        visitor.Field(2, "environment_step_count", ref environmentStepCount);
        return TVisitor.Rebuilds ? new(rounds, environmentStepCount) : value!;
    }
}
