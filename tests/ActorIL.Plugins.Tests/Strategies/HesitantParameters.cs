using ActorIL.Core.Fields;

namespace ActorIL.Plugins.Tests.Strategies;

/// <summary>What a configuration sets of it.</summary>
internal sealed record HesitantParameters(int Interval, int Offset) : IFields<HesitantParameters>
{
    public static TypeName Name => new("hesitant-parameters", 1);

    public static HesitantParameters Fields<TVisitor>(scoped ref TVisitor visitor, HesitantParameters? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var (interval, offset) = (value?.Interval ?? 0, value?.Offset ?? 0);
        visitor.Field(1, "interval", ref interval);
        visitor.Field(2, "offset", ref offset);
        return TVisitor.Rebuilds ? new(interval, offset) : value!;
    }
}
