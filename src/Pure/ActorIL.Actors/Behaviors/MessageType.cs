using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;

namespace ActorIL.Actors.Behaviors;

/// <summary>
/// What an observer may do with a message whose type it does not know: write it, read it, describe it.
/// </summary>
public abstract class MessageType
{
    private protected MessageType() { }

    public abstract TypeName Name { get; }

    /// <summary>The schema of the messages.</summary>
    public abstract RecordDescription Description { get; }

    /// <summary>Appends the canonical bytes of a message of this type.</summary>
    public abstract void Write(object message, FieldBuffer buffer);

    /// <summary>Appends the canonical bytes without the fields that a replay computes again.</summary>
    public abstract void WriteDecisions(object message, FieldBuffer buffer);

    /// <summary>The message whose canonical bytes these are.</summary>
    /// <param name="bytes">As <see cref="Write"/> makes them.</param>
    /// <param name="blocks">Finds the numbers of a block by its hash.</param>
    public abstract Result<object, Error> Read(ReadOnlySpan<byte> bytes, Func<ulong, ParameterBlock?> blocks);
}

/// <summary>The messages of one type.</summary>
internal sealed class MessageType<TMessage> : MessageType
    where TMessage : class, IFields<TMessage>
{
    private MessageType() { }

    public static MessageType<TMessage> Instance { get; } = new();

    public override TypeName Name => TMessage.Name;

    public override RecordDescription Description => FieldCodec.Describe<TMessage>();

    public override void Write(object message, FieldBuffer buffer) => FieldCodec.Write((TMessage)message, buffer);

    public override void WriteDecisions(object message, FieldBuffer buffer) =>
        TrimmedFieldWriter.Write((TMessage)message, buffer);

    public override Result<object, Error> Read(ReadOnlySpan<byte> bytes, Func<ulong, ParameterBlock?> blocks) =>
        FieldCodec.Read<TMessage>(bytes, blocks).Map(static message => (object)message);
}
