namespace ActorIL.Actors.Addressing;

/// <summary>
/// The address of an actor that understands <typeparamref name="TMessage"/>: a Tell to it is checked by the compiler.
/// </summary>
public readonly record struct ActorRef<TMessage>(ActorId Id)
    where TMessage : class
{
    public override string ToString() => Id.ToString();
}
