using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;

namespace ActorIL.Actors.Behaviors;

/// <summary>
/// What an observer may do with a message whose type it does not know: write it, read it, describe it.
/// </summary>
public abstract class MessageType
{
    private protected MessageType() { }

    /// <summary>
    /// The type of a message that no living actor takes, from what it says of itself; null where it does not describe
    /// its fields. A case of a union belongs to the union.
    /// </summary>
    internal static MessageType? Of(object message)
    {
        Type? widest = null;
        for (var type = message.GetType(); type is not null; type = type.BaseType)
        {
            widest = DescribesItself(type) ? type : widest;
        }

        return widest is null
            ? null
            : (MessageType)Activator.CreateInstance(typeof(MessageType<>).MakeGenericType(widest), nonPublic: true)!;
    }

    public abstract TypeName Name { get; }

    /// <summary>The schema of the messages.</summary>
    public abstract RecordDescription Description { get; }

    /// <summary>Appends the canonical bytes of a message of this type.</summary>
    public abstract void Write(object message, FieldBuffer buffer);

    /// <summary>Appends the canonical bytes without the fields that a replay computes again.</summary>
    public abstract void WriteDecisions(object message, FieldBuffer buffer);

    /// <summary>Adds the parameter blocks that a message of this type mentions, each under its hash.</summary>
    public abstract void Blocks(object message, SortedDictionary<ulong, ParameterBlock> blocks);

    /// <summary>Adds the parameter blocks a message mentions, by hash.</summary>
    public abstract void CollectBlocks(object message, SortedDictionary<ulong, ParameterBlock> blocks);

    /// <summary>The message whose canonical bytes these are.</summary>
    /// <param name="bytes">As <see cref="Write"/> makes them.</param>
    /// <param name="blocks">Finds the numbers of a block by its hash.</param>
    public abstract Result<object, Error> Read(ReadOnlySpan<byte> bytes, Func<ulong, ParameterBlock?> blocks);

    private static bool DescribesItself(Type type) =>
        type.GetInterfaces()
            .Any(other =>
                other.IsGenericType
                && other.GetGenericTypeDefinition() == typeof(IFields<>)
                && other.GenericTypeArguments[0] == type
            );
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

    public override void Blocks(object message, SortedDictionary<ulong, ParameterBlock> blocks) =>
        FieldCodec.Blocks((TMessage)message, blocks);

    public override void CollectBlocks(object message, SortedDictionary<ulong, ParameterBlock> blocks) =>
        FieldCodec.Blocks((TMessage)message, blocks);

    public override Result<object, Error> Read(ReadOnlySpan<byte> bytes, Func<ulong, ParameterBlock?> blocks) =>
        FieldCodec.Read<TMessage>(bytes, blocks).Map(static message => (object)message);
}
