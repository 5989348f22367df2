namespace ActorIL.Algorithms.Fitting;

/// <summary>A point of a learning curve.</summary>
/// <param name="GradientStepCount">Gradient steps taken up to it, all calls together.</param>
/// <param name="Loss">Mean over the steps since the point before.</param>
public readonly record struct LossAt(long GradientStepCount, double Loss);
