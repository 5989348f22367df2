using ActorIL.Core.Fields;

namespace ActorIL.Actors.Snapshots;

/// <summary>Where a run stands.</summary>
/// <param name="Tick">Virtual time of the last round.</param>
/// <param name="Micro">Its place within the tick; −1 before the first round.</param>
/// <param name="Chain">The chain value.</param>
/// <param name="DeliveryCount">Application deliveries so far.</param>
/// <param name="DeadLetterCount">Dead letters so far.</param>
/// <param name="SequenceFloor">Where the sequence of new actors begins.</param>
/// <param name="ReleaseFloor">Where their release count begins.</param>
/// <param name="NumberFloor">Where their own numbers begin.</param>
public sealed record ClockSnapshot(
    long Tick,
    int Micro,
    ulong Chain,
    long DeliveryCount,
    long DeadLetterCount,
    long SequenceFloor,
    long ReleaseFloor,
    long NumberFloor
) : IFields<ClockSnapshot>
{
    public static TypeName Name => new("actoril.clock", 1);

    /// <summary>Nothing at all.</summary>
    internal static ClockSnapshot None { get; } = new(0, -1, 0, 0, 0, 0, 0, 0);

    public static ClockSnapshot Fields<TVisitor>(scoped ref TVisitor visitor, ClockSnapshot? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var tick = value?.Tick ?? 0L;
        var micro = value?.Micro ?? 0;
        var chain = value?.Chain ?? 0UL;
        var deliveryCount = value?.DeliveryCount ?? 0L;
        var deadLetterCount = value?.DeadLetterCount ?? 0L;
        var sequenceFloor = value?.SequenceFloor ?? 0L;
        var releaseFloor = value?.ReleaseFloor ?? 0L;
        var numberFloor = value?.NumberFloor ?? 0L;
        visitor.Field(1, "tick", ref tick);
        visitor.Field(2, "micro", ref micro);
        visitor.Field(3, "chain", ref chain);
        visitor.Field(4, "delivery_count", ref deliveryCount);
        visitor.Field(5, "dead_letter_count", ref deadLetterCount);
        visitor.Field(6, "sequence_floor", ref sequenceFloor);
        visitor.Field(7, "release_floor", ref releaseFloor);
        visitor.Field(8, "number_floor", ref numberFloor);
        return TVisitor.Rebuilds
            ? new(tick, micro, chain, deliveryCount, deadLetterCount, sequenceFloor, releaseFloor, numberFloor)
            : value!;
    }
}
