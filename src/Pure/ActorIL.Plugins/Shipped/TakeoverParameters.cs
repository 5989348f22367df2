using ActorIL.Core.Fields;

namespace ActorIL.Plugins.Shipped;

/// <summary>What the section takeover of a student says.</summary>
/// <param name="Engage">Danger from which the expert drives.</param>
/// <param name="Release">Danger at which the student gets the wheel back, less than <paramref name="Engage"/>.</param>
internal sealed record TakeoverParameters(double Engage, double Release) : IFields<TakeoverParameters>
{
    public static TypeName Name => new("takeover-parameters", 1);

    public static TakeoverParameters Fields<TVisitor>(scoped ref TVisitor visitor, TakeoverParameters? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var engage = value?.Engage ?? 0.0;
        var release = value?.Release ?? 0.0;
        visitor.Field(1, "engage", ref engage);
        visitor.Field(2, "release", ref release);
        return TVisitor.Rebuilds ? new(engage, release) : value!;
    }
}
