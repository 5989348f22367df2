using ActorIL.Core.Fields;

namespace ActorIL.Training.Learning;

/// <summary>What PPO training gives.</summary>
/// <param name="Best">The best on validation, ties to the latest.</param>
/// <param name="Final">The last policy.</param>
/// <param name="EnvironmentStepCount">Steps trained on.</param>
/// <param name="ValidationStepCount">Steps of validation.</param>
public sealed record PpoTrained(Candidate Best, Candidate Final, long EnvironmentStepCount, long ValidationStepCount)
    : IFields<PpoTrained>
{
    public static TypeName Name => new("ppo-trained", 1);

    public static PpoTrained Fields<TVisitor>(scoped ref TVisitor visitor, PpoTrained? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var best = value?.Best;
        var final = value?.Final;
        var environmentStepCount = value?.EnvironmentStepCount ?? 0L;
        var validationStepCount = value?.ValidationStepCount ?? 0L;
        visitor.Record(1, "best", ref best);
        visitor.Record(2, "final", ref final);
        visitor.Field(3, "environment_step_count", ref environmentStepCount);
        visitor.Field(4, "validation_step_count", ref validationStepCount);
        return TVisitor.Rebuilds ? new(best!, final!, environmentStepCount, validationStepCount) : value!;
    }
}
