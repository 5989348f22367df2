using ActorIL.Core.Fields;

namespace ActorIL.Actors.Addressing;

/// <summary>
/// Where the answer to one ask goes. It travels in the request, may be kept in a state and used in a later step, and is
/// spent by the first reply. In a field description it is a nested record.
/// </summary>
/// <param name="Asker">Who asked.</param>
/// <param name="Number">The asker's own number of the ask.</param>
public readonly record struct ReplyTo<TReply>(ActorId Asker, long Number) : IFields<ReplyTo<TReply>>
    where TReply : class
{
    public static TypeName Name => new("reply-to", 1);

    public static ReplyTo<TReply> Fields<TVisitor>(scoped ref TVisitor visitor, ReplyTo<TReply> value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var (asker, number) = value;
        AddressFields.Field(ref visitor, 1, "asker", ref asker);
        visitor.Field(2, "number", ref number);
        return TVisitor.Rebuilds ? new(asker, number) : value;
    }
}
