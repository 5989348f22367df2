namespace ActorIL.Bench.Measuring;

/// <summary>How often and how long something is timed.</summary>
/// <param name="RepetitionCount">Samples of each piece of work, ≥ 1; results are their medians.</param>
/// <param name="SampleSeconds">About how long one sample takes, &gt; 0: short work is repeated to fill it.</param>
public sealed record MeasuringPlan(int RepetitionCount, double SampleSeconds)
{
    /// <summary>Short enough that most samples are not interrupted on a busy machine.</summary>
    public const double SampleSecondsDefault = 0.002;
}
