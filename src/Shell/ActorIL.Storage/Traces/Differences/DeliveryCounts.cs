namespace ActorIL.Storage.Traces.Differences;

/// <summary>How the deliveries of two traces compare.</summary>
/// <param name="SameCount">The same content at the same time.</param>
/// <param name="ChangedCount">Another content.</param>
/// <param name="RetimedCount">The same content at another virtual time.</param>
/// <param name="OnlyFirstCount">In the first trace alone.</param>
/// <param name="OnlySecondCount">In the second trace alone.</param>
public readonly record struct DeliveryCounts(
    long SameCount,
    long ChangedCount,
    long RetimedCount,
    long OnlyFirstCount,
    long OnlySecondCount
)
{
    public static DeliveryCounts operator +(DeliveryCounts one, DeliveryCounts other) => Add(one, other);

    public static DeliveryCounts Add(DeliveryCounts one, DeliveryCounts other) =>
        new(
            one.SameCount + other.SameCount,
            one.ChangedCount + other.ChangedCount,
            one.RetimedCount + other.RetimedCount,
            one.OnlyFirstCount + other.OnlyFirstCount,
            one.OnlySecondCount + other.OnlySecondCount
        );
}
