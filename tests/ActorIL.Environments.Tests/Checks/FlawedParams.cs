using ActorIL.Core.Fields;

namespace ActorIL.Environments.Tests.Checks;

/// <summary>Parameters that an environment can change, because their class lets it.</summary>
internal sealed class FlawedParams : IFields<FlawedParams>
{
    public static TypeName Name => new("flawed-params", 1);

    public Flaw Flaw { get; init; }

    public double Gain { get; set; } = 1;

    public static FlawedParams Fields<TVisitor>(scoped ref TVisitor visitor, FlawedParams? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var flaw = (int)(value?.Flaw ?? Flaw.None);
        var gain = value?.Gain ?? 0;
        visitor.Field(1, "flaw", ref flaw);
        visitor.Field(2, "gain", ref gain);
        var lost = flaw == (int)Flaw.ParameterIsNotDescribed;
        return TVisitor.Rebuilds ? new() { Flaw = (Flaw)flaw, Gain = lost ? 0 : gain } : value!;
    }
}
