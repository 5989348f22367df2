using ActorIL.Actors.Hosts;

namespace ActorIL.Akka.Ordered;

/// <summary>What one actor is sent in a round: all its envelopes of it.</summary>
/// <param name="Round">The round.</param>
/// <param name="Receiver">Which of its receivers.</param>
internal sealed record Turn(Round Round, int Receiver);
