namespace ActorIL.Algorithms.Fitting;

/// <summary>How gradient steps are taken.</summary>
/// <param name="LearningRate">Step size of Adam, &gt; 0.</param>
/// <param name="BatchSize">Items of a gradient step, ≥ 1; less data is used whole.</param>
/// <param name="GradientNormMax">Bound of the global gradient norm, &gt; 0.</param>
/// <param name="AdamEpsilon">Adam's ε, &gt; 0.</param>
internal readonly record struct FitSettings(
    double LearningRate,
    int BatchSize,
    double GradientNormMax,
    double AdamEpsilon
);
