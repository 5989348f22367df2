namespace ActorIL.Storage.Files;

/// <summary>One measured value.</summary>
/// <param name="Stage">Which stage of the run, such as <c>ppo</c>.</param>
/// <param name="Step">Environment steps of that stage so far, ≥ 0.</param>
/// <param name="Name">What was measured, such as <c>return-mean</c>.</param>
/// <param name="Value">The value; NaN and infinities are allowed.</param>
public readonly record struct MetricRow(string Stage, long Step, string Name, double Value);
