using ActorIL.Core.Fields;

namespace ActorIL.Environments.Combinators;

/// <summary>The state of an environment whose episodes all last equally long.</summary>
/// <param name="Inner">The environment's own state; the one it terminated in once it is absorbed.</param>
/// <param name="StepCount">Steps taken in this episode.</param>
/// <param name="IsAbsorbed">Whether the environment itself has terminated.</param>
public readonly record struct AbsorbingHorizonState<TState>(TState Inner, int StepCount, bool IsAbsorbed)
    : IFields<AbsorbingHorizonState<TState>>
    where TState : IFields<TState>
{
    public static TypeName Name => new($"absorbing-horizon-state<{TState.Name}>", 1);

    public static AbsorbingHorizonState<TState> Fields<TVisitor>(
        scoped ref TVisitor visitor,
        AbsorbingHorizonState<TState> value
    )
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var inner = value.Inner;
        var stepCount = value.StepCount;
        var isAbsorbed = value.IsAbsorbed;
        visitor.Record(1, "inner", ref inner);
        visitor.Field(2, "step_count", ref stepCount);
        visitor.Field(3, "is_absorbed", ref isAbsorbed);
        return TVisitor.Rebuilds ? new(inner!, stepCount, isAbsorbed) : value;
    }
}
