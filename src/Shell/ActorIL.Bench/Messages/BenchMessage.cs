using ActorIL.Core.Fields;

namespace ActorIL.Bench.Messages;

/// <summary>The smallest message with something in it: 24 bytes of memory.</summary>
public sealed record BenchMessage(long Number) : IFields<BenchMessage>
{
    /// <summary>What one takes of the heap: header, type and number.</summary>
    public const int ByteCount = 24;

    public static TypeName Name => new("bench-message", 1);

    public static BenchMessage Fields<TVisitor>(scoped ref TVisitor visitor, BenchMessage? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var number = value?.Number ?? 0;
        visitor.Field(1, "number", ref number);
        return TVisitor.Rebuilds ? new(number) : value!;
    }
}
