namespace ActorIL.Actors.Addressing;

/// <summary>
/// Where the answer to one ask goes. It travels in the request, may be kept in a state and used in a later step, and is
/// spent by the first reply.
/// </summary>
/// <param name="Asker">Who asked.</param>
/// <param name="Number">The asker's own number of the ask.</param>
public readonly record struct ReplyTo<TReply>(ActorId Asker, long Number)
    where TReply : class;
