namespace ActorIL.Hocon.Reading;

/// <summary>Units of time, in nanoseconds. Case counts.</summary>
internal static class DurationUnits
{
    private const long Second = 1_000_000_000;

    /// <summary>No unit means milliseconds.</summary>
    public static bool TryNanoseconds(string unit, out long nanoseconds)
    {
        nanoseconds = unit switch
        {
            "ns" or "nano" or "nanos" or "nanosecond" or "nanoseconds" => 1,
            "us" or "micro" or "micros" or "microsecond" or "microseconds" => 1_000,
            "" or "ms" or "milli" or "millis" or "millisecond" or "milliseconds" => 1_000_000,
            "s" or "second" or "seconds" => Second,
            "m" or "minute" or "minutes" => 60 * Second,
            "h" or "hour" or "hours" => 3_600 * Second,
            "d" or "day" or "days" => 86_400 * Second,
            _ => 0,
        };
        return nanoseconds > 0;
    }

    /// <summary>Units of the specification's periods, which have no fixed length.</summary>
    public static bool IsCalendarUnit(string unit) =>
        unit is "w" or "week" or "weeks" or "mo" or "month" or "months" or "y" or "year" or "years";
}
