namespace ActorIL.Actors.Hosts;

/// <summary>
/// Chooses another order within a tick than that of the keys. Whatever it chooses, causes come before their effects,
/// what one actor sends another stays in order, and ticks stay in order.
/// </summary>
public interface ISchedule
{
    /// <summary>The index of what is delivered next.</summary>
    /// <param name="ready">What may come next, in key order; never empty.</param>
    int Pick(IReadOnlyList<ReadyEnvelope> ready);
}
