namespace ActorIL.Actors.Snapshots;

/// <summary>What the bytes of an envelope's body are.</summary>
public enum BodyForm
{
    /// <summary>There is nothing to keep: the kind and number of the envelope say it all.</summary>
    None,

    /// <summary>A message of the receiver's type.</summary>
    Message,

    /// <summary>The message of the receiver's type that an outcome becomes.</summary>
    Outcome,

    /// <summary>A failure of a child.</summary>
    Failure,

    /// <summary>A message that no living actor takes. One that takes it may come up before it arrives.</summary>
    Unread,

    /// <summary>Something that will be a dead letter: only its type is kept.</summary>
    Lost,
}
