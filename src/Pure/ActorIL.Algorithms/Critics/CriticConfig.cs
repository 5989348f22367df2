namespace ActorIL.Algorithms.Critics;

/// <summary>Every setting of a fit.</summary>
public sealed record CriticConfig
{
    /// <summary>Step size of Adam, &gt; 0.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>Rows of a gradient step, ≥ 1; a smaller batch is used whole.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>Gradient steps of one fit, ≥ 1.</summary>
    public int UpdateCount { get; init; } = 1_000;

    /// <summary>Bound of the global gradient norm, &gt; 0; infinity for none.</summary>
    public double GradientNormMax { get; init; } = double.PositiveInfinity;

    /// <summary>Adam's ε, &gt; 0.</summary>
    public double AdamEpsilon { get; init; } = 1e-8;

    /// <summary>δ &gt; 0, in the targets' unit: beyond it errors count linearly. Infinity: all are squared.</summary>
    public double HuberThreshold { get; init; } = double.PositiveInfinity;
}
