using ActorIL.Actors.Hosts;

namespace ActorIL.Storage.Traces;

/// <summary>Virtual time as a trace has it.</summary>
/// <param name="Nanoseconds">Ticks times their length, plus the round within the tick.</param>
public readonly record struct TraceClock(ulong Nanoseconds)
{
    public static TraceClock At(RunProgress progress, long tickNanoseconds) =>
        At(progress.Tick, progress.Micro, tickNanoseconds);

    /// <summary>A round beyond the length of a tick stays within the tick, so that time never goes back.</summary>
    public static TraceClock At(long tick, int micro, long tickNanoseconds) =>
        new(unchecked(((ulong)tick * (ulong)tickNanoseconds) + (ulong)Math.Clamp(micro, 0, tickNanoseconds - 1)));
}
