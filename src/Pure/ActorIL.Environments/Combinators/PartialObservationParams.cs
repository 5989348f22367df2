using ActorIL.Core.Experience;
using ActorIL.Core.Fields;

namespace ActorIL.Environments.Combinators;

/// <summary>The parameters of an environment that shows only a part.</summary>
/// <param name="Inner">The environment's own parameters.</param>
/// <param name="View">What is shown.</param>
/// <param name="ObservationSize">Floats a whole observation, ≥ 1: kept here, so that no step asks for spaces.</param>
/// <param name="ActionSize">Floats an action, ≥ 1.</param>
public readonly record struct PartialObservationParams<TParams>(
    TParams Inner,
    ObservationView View,
    int ObservationSize,
    int ActionSize
) : IFields<PartialObservationParams<TParams>>
    where TParams : IFields<TParams>
{
    public static TypeName Name => new($"partial-observation-params<{TParams.Name}>", 1);

    public static PartialObservationParams<TParams> Fields<TVisitor>(
        scoped ref TVisitor visitor,
        PartialObservationParams<TParams> value
    )
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var inner = value.Inner;
        var view = value.View ?? ObservationView.Full;
        var components = view.Components.Items;
        var previousAction = view.PreviousAction;
        var framesBefore = view.FrameCount - 1;
        var observationSize = value.ObservationSize;
        var actionSize = value.ActionSize;
        visitor.Record(1, "inner", ref inner);
        visitor.Field(2, "components", ref components);
        visitor.Field(3, "previous_action", ref previousAction);
        visitor.Field(4, "frames_before", ref framesBefore);
        visitor.Field(5, "observation_size", ref observationSize);
        visitor.Field(6, "action_size", ref actionSize);
        return TVisitor.Rebuilds
            ? new(inner!, new(new(components), previousAction, framesBefore + 1), observationSize, actionSize)
            : value;
    }
}
