using System.Collections.Immutable;
using ActorIL.Core.Fields;

namespace ActorIL.Environments.Combinators;

/// <summary>The state of an environment that shows only a part.</summary>
/// <param name="Inner">The environment's own state.</param>
/// <param name="Memory">What the view remembers: the previous action, and the frames before this one.</param>
public readonly record struct PartialObservationState<TState>(TState Inner, ImmutableArray<float> Memory)
    : IFields<PartialObservationState<TState>>
    where TState : IFields<TState>
{
    public static TypeName Name => new($"partial-observation-state<{TState.Name}>", 1);

    public static PartialObservationState<TState> Fields<TVisitor>(
        scoped ref TVisitor visitor,
        PartialObservationState<TState> value
    )
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var inner = value.Inner;
        var memory = value.Memory.IsDefault ? [] : value.Memory;
        visitor.Record(1, "inner", ref inner);
        visitor.Field(2, "memory", ref memory);
        return TVisitor.Rebuilds ? new(inner!, memory) : value;
    }
}
