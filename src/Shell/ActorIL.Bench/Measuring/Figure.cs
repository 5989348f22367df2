namespace ActorIL.Bench.Measuring;

/// <summary>One measured number.</summary>
/// <param name="Name">Within its benchmark, such as "minibatch_128".</param>
/// <param name="Unit">Such as "us" or "steps/s".</param>
/// <param name="Median">Over the repetitions.</param>
/// <param name="Least">Of all repetitions.</param>
/// <param name="Most">Of all repetitions.</param>
public sealed record Figure(string Name, string Unit, double Median, double Least, double Most)
{
    /// <summary>The arithmetic of the work at the measured peak, as a share of the median time; or null.</summary>
    public double? ShareOfPeak { get; init; }

    /// <summary>A figure that was counted or computed once.</summary>
    public static Figure Of(string name, string unit, double value) => new(name, unit, value, value, value);

    /// <summary>Microseconds of each of <paramref name="partCount"/> equal parts of the work.</summary>
    public static Figure Microseconds(string name, Timing timing, double partCount = 1) =>
        Of(name, "us", timing.Select(name, seconds => seconds * 1e6 / partCount));

    /// <summary>How many of <paramref name="count"/> things done in one call are done a second.</summary>
    public static Figure Rate(string name, string unit, Timing timing, double count) =>
        Of(name, unit, timing.Select(name, seconds => count / seconds));

    /// <summary>The spread of one number over repetitions.</summary>
    public static Figure Of(string name, string unit, Timing values) =>
        new(name, unit, values.Median, values.Seconds.Min(), values.Seconds.Max());

    /// <summary>With its share of the peak.</summary>
    /// <param name="operationCount">Floating-point operations of what took so long.</param>
    /// <param name="seconds">How long that took.</param>
    /// <param name="peakGigaflops">10⁹ operations a second at most.</param>
    public Figure WithShare(double operationCount, double seconds, double peakGigaflops) =>
        this with
        {
            ShareOfPeak = operationCount / seconds / (peakGigaflops * 1e9),
        };
}
