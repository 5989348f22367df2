using ActorIL.Actors.Traces;

namespace ActorIL.Bench.Traces;

/// <summary>What recording at one level costs.</summary>
/// <param name="Level">The level.</param>
/// <param name="StepsPerSecond">Environment steps of training a second, median.</param>
/// <param name="ShareOfOff">Throughput as a share of the run without a trace beside it, median over pairs.</param>
/// <param name="ShareLeast">The least share of any pair.</param>
/// <param name="ShareMost">The greatest share of any pair.</param>
/// <param name="BytesPerStep">Bytes of trace an environment step.</param>
/// <param name="StallCount">Times a run waited for the disk, over all repetitions.</param>
public sealed record TraceRow(
    TraceLevel Level,
    double StepsPerSecond,
    double ShareOfOff,
    double ShareLeast,
    double ShareMost,
    double BytesPerStep,
    long StallCount
)
{
    /// <summary>Time that recording adds, in per cent of the time without it; noise can bring it below 0.</summary>
    public double CostPercent => 100 * ((1 / ShareOfOff) - 1);
}
