using ActorIL.Core.Fields;

namespace ActorIL.Environments.Combinators;

/// <summary>The parameters of an environment under a time limit.</summary>
public readonly record struct TimeLimitParams<TParams> : IFields<TimeLimitParams<TParams>>
    where TParams : IFields<TParams>
{
    /// <param name="inner">The environment's own parameters.</param>
    /// <param name="stepCountMax">Steps after which an episode is truncated, ≥ 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="stepCountMax"/> is not positive.</exception>
    public TimeLimitParams(TParams inner, int stepCountMax)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(stepCountMax);
        (Inner, StepCountMax) = (inner, stepCountMax);
    }

    public static TypeName Name => new($"time-limit-params<{TParams.Name}>", 1);

    public TParams Inner { get; }

    public int StepCountMax { get; }

    public static TimeLimitParams<TParams> Fields<TVisitor>(
        scoped ref TVisitor visitor, TimeLimitParams<TParams> value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var inner = value.Inner;
        var stepCountMax = value.StepCountMax;
        visitor.Record(1, "inner", ref inner);
        visitor.Field(2, "step_count_max", ref stepCountMax);
        return TVisitor.Rebuilds ? new(inner!, stepCountMax) : value;
    }
}
