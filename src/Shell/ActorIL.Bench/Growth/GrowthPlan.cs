using System.Collections.Immutable;

namespace ActorIL.Bench.Growth;

/// <summary>Which trainings the growth benchmark runs.</summary>
/// <param name="Points">Short trainings, each repeated.</param>
/// <param name="Long">The long one, run once.</param>
/// <param name="PartCount">Parts of the long one that are looked at one by one, ≥ 1.</param>
/// <param name="RepetitionCount">Runs of each short one, ≥ 1.</param>
public sealed record GrowthPlan(
    ImmutableArray<GrowthPoint> Points,
    GrowthPoint Long,
    int PartCount,
    int RepetitionCount
)
{
    private const int EnvironmentCountUsual = 1_024;
    private const int WidthUsual = 64;
    private const int PartCountUsual = 10;
    private const long LongStepCount = 10_000_000;
    private const long FullStepCount = 100_000_000;

    // About a second each where two rollouts of the largest and one of the widest allow it.
    private static ImmutableArray<(int Count, long StepCount)> EnvironmentCounts =>
        [(4, 1L << 19), (64, 1L << 20), (1_024, 1L << 20), (16_384, 1L << 21), (65_536, 1L << 23)];

    private static ImmutableArray<(int Width, long StepCount)> Widths =>
        [(32, 1L << 20), (64, 1L << 20), (128, 1L << 18), (256, 1L << 17), (512, 1L << 16), (1_024, 1L << 16)];

    private static ImmutableArray<int> WorkerCounts => [1, 2];

    /// <summary>4 to 65,536 environments, widths from 32 to 1,024, one and two workers.</summary>
    /// <param name="repetitionCount">Runs of each short training, ≥ 1.</param>
    /// <param name="isFull">Whether the long one has 100 million steps, otherwise 10 million.</param>
    public static GrowthPlan Usual(int repetitionCount, bool isFull) =>
        new(
            [
                .. EnvironmentCounts.SelectMany(
                    static _ => WorkerCounts,
                    static (size, workers) =>
                        new GrowthPoint(GrowthDimension.Environments, size.Count, WidthUsual, workers, size.StepCount)
                ),
                .. Widths.SelectMany(
                    static _ => WorkerCounts,
                    static (size, workers) =>
                        new GrowthPoint(
                            GrowthDimension.Width,
                            EnvironmentCountUsual,
                            size.Width,
                            workers,
                            size.StepCount
                        )
                ),
            ],
            new(
                GrowthDimension.RunLength,
                EnvironmentCountUsual,
                WidthUsual,
                WorkerCounts[^1],
                isFull ? FullStepCount : LongStepCount
            ),
            PartCountUsual,
            repetitionCount
        );
}
