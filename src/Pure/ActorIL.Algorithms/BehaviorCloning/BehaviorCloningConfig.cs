using ActorIL.Algorithms.Aggrevate;
using ActorIL.Algorithms.Policies;

namespace ActorIL.Algorithms.BehaviorCloning;

/// <summary>Every setting of behaviour cloning; also how a DAgger student learns from its aggregate.</summary>
public sealed record BehaviorCloningConfig
{
    /// <summary>Step size of Adam, &gt; 0.</summary>
    public required double LearningRate { get; init; }

    /// <summary>Pairs per gradient step, ≥ 1; a smaller data set is used whole.</summary>
    public required int BatchSize { get; init; }

    /// <summary>Passes over the data of one call, ≥ 0; 0 for as many gradient steps as the update count says.</summary>
    public int EpochCount { get; init; }

    /// <summary>Gradient steps of one call, ≥ 1.</summary>
    public required int UpdateCount { get; init; }

    /// <summary>Bound of the global gradient norm, &gt; 0.</summary>
    public required double GradientNormMax { get; init; }

    /// <summary>Adam's ε, &gt; 0.</summary>
    public required double AdamEpsilon { get; init; }

    /// <summary>Steps a recurrent student learns from at once, ≥ 1; a pair of its batch is such a window.</summary>
    public int WindowSteps { get; init; } = 10;

    /// <summary>Steps before a window that only fill the student's memory, ≥ 0.</summary>
    public int BurnInSteps { get; init; } = 10;

    /// <summary>How it learns from what candidate actions cost; null where it learns from labels alone.</summary>
    public AggrevateConfig? Costs { get; init; }

    /// <summary>Gradient steps of one call.</summary>
    /// <param name="itemCount">Pairs, or windows, that are learnt from, ≥ 1.</param>
    public long GradientSteps(int itemCount)
    {
        var batchSize = Math.Min(BatchSize, itemCount);
        return EpochCount > 0 ? (long)EpochCount * ((itemCount + batchSize - 1) / batchSize) : UpdateCount;
    }

    /// <summary>What the student is made of.</summary>
    public required PolicyModel Model { get; init; }
}
