using ActorIL.Core.Fields;

namespace ActorIL.Actors.Addressing;

/// <summary>How addresses stand in the field description of a message or state.</summary>
public static class AddressFields
{
    /// <summary>An id, as a 64-bit word.</summary>
    public static void Field<TVisitor>(scoped ref TVisitor visitor, int number, string name, ref ActorId value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var word = value.Value;
        visitor.Field(number, name, ref word);
        value = new(word);
    }

    /// <summary>A typed address, as a 64-bit word.</summary>
    public static void Field<TVisitor, TMessage>(
        scoped ref TVisitor visitor, int number, string name, ref ActorRef<TMessage> value)
        where TVisitor : IFieldVisitor, allows ref struct
        where TMessage : class
    {
        var word = value.Id.Value;
        visitor.Field(number, name, ref word);
        value = new(new(word));
    }

    /// <summary>A reply address, as a nested record.</summary>
    public static void Field<TVisitor, TReply>(
        scoped ref TVisitor visitor, int number, string name, ref ReplyTo<TReply> value)
        where TVisitor : IFieldVisitor, allows ref struct
        where TReply : class => visitor.Record(number, name, ref value);
}
