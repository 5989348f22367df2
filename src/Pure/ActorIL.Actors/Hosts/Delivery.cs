using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Ordering;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Hosts;

/// <summary>One application delivery: what a trace records.</summary>
/// <param name="Key">Its place in the total order.</param>
/// <param name="SentAs">The key it was sent under: another one if it was held or stashed since.</param>
/// <param name="Ordinal">Its number in the run, from 1.</param>
/// <param name="Cause">The ordinal of the delivery whose step sent it; 0 for what the start of the run sent.</param>
/// <param name="Role">Name and version of the receiver's behaviour.</param>
/// <param name="Type">The type of the message.</param>
/// <param name="PayloadHash">The hash of its canonical bytes.</param>
/// <param name="Message">
/// The message itself; null where the receiver failed before it had made one of an outcome.
/// </param>
/// <param name="EntryHash">What was folded into the chain.</param>
/// <param name="IsExternal">Whether it brings something in from outside, which a replay cannot compute.</param>
/// <param name="SentTick">The tick of the step that sent it.</param>
/// <param name="SentMicro">The round of that tick; −1 for what began the run.</param>
public readonly record struct Delivery(
    EnvelopeKey Key,
    EnvelopeKey SentAs,
    long Ordinal,
    long Cause,
    TypeName Role,
    MessageType Type,
    ulong PayloadHash,
    object? Message,
    ulong EntryHash,
    bool IsExternal,
    long SentTick,
    int SentMicro
);
