using ActorIL.Core.Fields;

namespace ActorIL.Akka.Tests;

/// <summary>What laws are tried with.</summary>
internal sealed record Number(int Value) : IFields<Number>
{
    public static TypeName Name => new("test-number", 1);

    public static Number Fields<TVisitor>(scoped ref TVisitor visitor, Number? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var number = value?.Value ?? 0;
        visitor.Field(1, "value", ref number);
        return TVisitor.Rebuilds ? new(number) : value!;
    }
}
