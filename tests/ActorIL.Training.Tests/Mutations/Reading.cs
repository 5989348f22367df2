using System.Collections.Immutable;
using ActorIL.Core.Fields;

namespace ActorIL.Training.Tests.Mutations;

/// <summary>The one message of the systems that mistakes are planted in.</summary>
/// <param name="Step">Which, from 1.</param>
/// <param name="Text">Something in words.</param>
/// <param name="Values">Something in numbers.</param>
internal sealed record Reading(long Step, string Text, ImmutableArray<float> Values) : IFields<Reading>
{
    public static TypeName Name => new("test-reading", 1);

    public static Reading Fields<TVisitor>(scoped ref TVisitor visitor, Reading? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var step = value?.Step ?? 0;
        var text = value?.Text ?? "";
        var values = value?.Values ?? [];
        visitor.Field(1, "step", ref step);
        visitor.Field(2, "text", ref text);
        visitor.Field(3, "values", ref values);
        return TVisitor.Rebuilds ? new(step, text, values) : value!;
    }
}
