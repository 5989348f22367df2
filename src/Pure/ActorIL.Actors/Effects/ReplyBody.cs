using ActorIL.Core.Fields;

namespace ActorIL.Actors.Effects;

/// <summary>A reply on its way, still knowing how to describe itself: the kernel does not know its type.</summary>
internal abstract record ReplyBody
{
    public abstract object Value { get; }

    public abstract TypeName Name { get; }

    public abstract void Write(FieldBuffer buffer);
}

/// <summary>A reply of a known type.</summary>
internal sealed record ReplyBody<TReply>(TReply Reply) : ReplyBody
    where TReply : class, IFields<TReply>
{
    public override object Value => Reply;

    public override TypeName Name => TReply.Name;

    public override void Write(FieldBuffer buffer) => FieldCodec.Write(Reply, buffer);
}
