namespace ActorIL.Bench.Measuring;

/// <summary>How often and how long something is timed.</summary>
/// <param name="RepetitionCount">Samples of each piece of work, ≥ 1; results are their medians.</param>
/// <param name="SampleSeconds">About how long one sample takes, &gt; 0: short work is repeated to fill it.</param>
public sealed record MeasuringPlan(int RepetitionCount, double SampleSeconds)
{
    /// <summary>Short enough that most samples are not interrupted on a busy machine.</summary>
    public const double SampleSecondsDefault = 0.002;

    /// <summary>
    /// How long all work is run in turns before anything is timed: the runtime replaces code that is called often, in
    /// the background and some tenths of a second late. A single sample is not worth waiting for.
    /// </summary>
    public double WarmUpSeconds => RepetitionCount > 1 ? 1.5 : 0;
}
