using ActorIL.Core.Fields;

namespace ActorIL.Environments.Tests.Checks;

/// <summary>A state that an environment can change, because its class lets it.</summary>
internal sealed class FlawedState : IFields<FlawedState>
{
    public static TypeName Name => new("flawed-state", 1);

    public Flaw Flaw { get; init; }

    public int StepCount { get; init; }

    public double Value { get; set; }

    /// <summary>Not among the fields.</summary>
    public int Hidden { get; init; }

    public static FlawedState Fields<TVisitor>(scoped ref TVisitor visitor, FlawedState? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var flaw = (int)(value?.Flaw ?? Flaw.None);
        var stepCount = value?.StepCount ?? 0;
        var number = value?.Value ?? 0;
        visitor.Field(1, "flaw", ref flaw);
        visitor.Field(2, "step_count", ref stepCount);
        visitor.Field(3, "value", ref number);
        var factor = flaw == (int)Flaw.FieldComesBackDoubled ? 2 : 1;
        return TVisitor.Rebuilds
            ? new() { Flaw = (Flaw)flaw, StepCount = stepCount, Value = number * factor }
            : value!;
    }
}
