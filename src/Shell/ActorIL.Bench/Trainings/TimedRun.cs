using ActorIL.Training.Reports;

namespace ActorIL.Bench.Trainings;

/// <summary>One timed run.</summary>
/// <param name="Seconds">Wall-clock time of all of it, closing the trace included.</param>
/// <param name="TrainingSeconds">The part until the expert was trained and validated.</param>
/// <param name="Reached">Training steps and seconds until validation came up to the score for good; or null.</param>
/// <param name="ByteCount">Bytes of the trace.</param>
/// <param name="StallCount">Times it waited for the disk.</param>
/// <param name="Report">What it came to.</param>
internal sealed record TimedRun(
    double Seconds,
    double TrainingSeconds,
    (double StepCount, double Seconds)? Reached,
    long ByteCount,
    long StallCount,
    RunReport Report
);
