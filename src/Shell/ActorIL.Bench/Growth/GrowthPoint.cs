using System.Globalization;

namespace ActorIL.Bench.Growth;

/// <summary>One training of the growth benchmark.</summary>
/// <param name="Dimension">What it is compared by.</param>
/// <param name="EnvironmentCount">Parallel environments, a multiple of the plan's blocks.</param>
/// <param name="Width">Units of each of two hidden layers, ≥ 1.</param>
/// <param name="WorkerCount">Worker threads, ≥ 1.</param>
/// <param name="StepCount">Environment steps, ≥ 1; rounded up to whole rollouts.</param>
public sealed record GrowthPoint(
    GrowthDimension Dimension,
    int EnvironmentCount,
    int Width,
    int WorkerCount,
    long StepCount
)
{
    /// <summary>As figures are called, such as "width_256_workers_1".</summary>
    public string Name =>
        Dimension switch
        {
            GrowthDimension.Environments => Of("environments", EnvironmentCount),
            GrowthDimension.Width => Of("width", Width),
            GrowthDimension.RunLength => Of("run_length", StepCount),
        };

    private string Of(string dimension, long value) =>
        string.Create(CultureInfo.InvariantCulture, $"{dimension}_{value}_workers_{WorkerCount}");
}
