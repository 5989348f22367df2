using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Ordering;
using ActorIL.Core.Prelude;

namespace ActorIL.Actors.Effects;

/// <summary>
/// Finds what a recorded run was given from outside, so that a replay need not ask for it again. Asked between rounds,
/// in the order of deliveries; an error means that history has no such result, and ends the replay if the actor still
/// waits for it.
/// </summary>
/// <param name="key">The key of the delivery.</param>
/// <param name="sentAs">The key it was sent under.</param>
/// <param name="type">The type of the message it became.</param>
public delegate Result<object, Error> RecordedResults(EnvelopeKey key, EnvelopeKey sentAs, MessageType type);
