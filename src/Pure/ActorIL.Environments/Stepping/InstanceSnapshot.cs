using System.Collections.Immutable;
using ActorIL.Core.Fields;
using ActorIL.Core.Randomness;

namespace ActorIL.Environments.Stepping;

/// <summary>One driven episode as data.</summary>
/// <param name="State">The environment state's canonical bytes.</param>
/// <param name="StepsKey">Parent of its step keys.</param>
/// <param name="StepCount">Steps taken.</param>
internal readonly record struct InstanceSnapshot(ImmutableArray<byte> State, RngKey StepsKey, int StepCount)
    : IFields<InstanceSnapshot>
{
    public static TypeName Name => new("environment-instance", 1);

    public static InstanceSnapshot Fields<TVisitor>(scoped ref TVisitor visitor, InstanceSnapshot value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var (state, stepsKey, stepCount) = (value.State, value.StepsKey.Value, value.StepCount);
        visitor.Field(1, "state", ref state);
        visitor.Field(2, "steps_key", ref stepsKey);
        visitor.Field(3, "step_count", ref stepCount);
        return TVisitor.Rebuilds ? new(state, new(stepsKey), stepCount) : value;
    }
}
