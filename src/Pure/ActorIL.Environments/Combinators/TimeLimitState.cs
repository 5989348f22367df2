using ActorIL.Core.Fields;

namespace ActorIL.Environments.Combinators;

/// <summary>The state of an environment under a time limit.</summary>
/// <param name="Inner">The environment's own state.</param>
/// <param name="StepCount">Steps taken in this episode.</param>
public readonly record struct TimeLimitState<TState>(TState Inner, int StepCount) : IFields<TimeLimitState<TState>>
    where TState : IFields<TState>
{
    public static TypeName Name => new($"time-limit-state<{TState.Name}>", 1);

    public static TimeLimitState<TState> Fields<TVisitor>(scoped ref TVisitor visitor, TimeLimitState<TState> value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var inner = value.Inner;
        var stepCount = value.StepCount;
        visitor.Record(1, "inner", ref inner);
        visitor.Field(2, "step_count", ref stepCount);
        return TVisitor.Rebuilds ? new(inner!, stepCount) : value;
    }
}
