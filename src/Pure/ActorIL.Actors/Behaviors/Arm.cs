namespace ActorIL.Actors.Behaviors;

/// <summary>
/// What one case of a message union does: a static lambda, since a lambda cannot capture a reference. A union offers it
/// through an abstract <c>Match</c> of its own, whose cases each call their arm.
/// </summary>
public delegate TState Arm<TState, in TCase, TOutbox>(
    in Ctx ctx,
    TState state,
    TCase message,
    scoped ref TOutbox outbox
)
    where TOutbox : allows ref struct;
