using ActorIL.Actors.Addressing;
using ActorIL.Actors.Effects;

namespace ActorIL.Actors.Probing;

/// <summary>One effect of a step, for whoever does not know the types of its messages.</summary>
/// <param name="Kind">Which effect.</param>
/// <param name="To">The other actor; nobody where there is none.</param>
/// <param name="Body">
/// The type of the message, name and behaviour of the child, the operation, or what the note says; empty for none.
/// </param>
/// <param name="BodyHash">The hash of the message's canonical bytes; 0 where there are none.</param>
/// <param name="DelayTicks">Delay, time-out or latency.</param>
/// <param name="Number">Number of the ask, period of the timer, or messages granted.</param>
/// <param name="Tag">The behaviour's own name for an ask, operation or timer.</param>
public readonly record struct StepEffect(
    EffectKind Kind,
    ActorId To,
    string Body,
    ulong BodyHash,
    long DelayTicks,
    long Number,
    int Tag
);
