using System.Collections.Immutable;
using ActorIL.Actors.Addressing;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Tests.Scripted;

/// <summary>The one message of scripted actors: a label to know it by, and what to do.</summary>
internal sealed record Order(string Label, ImmutableArray<Act> Acts, ReplyTo<Order> ReplyTo = default) : IFields<Order>
{
    public static TypeName Name => new("test-order", 1);

    public static Order Fields<TVisitor>(scoped ref TVisitor visitor, Order? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var label = value?.Label ?? "";
        var acts = value?.Acts ?? [];
        var replyTo = value?.ReplyTo ?? default;
        visitor.Field(1, "label", ref label);
        visitor.Records(2, "acts", ref acts);
        visitor.Record(3, "reply_to", ref replyTo);
        return TVisitor.Rebuilds ? new(label, acts, replyTo) : value!;
    }
}
