namespace ActorIL.Algorithms.Rollouts;

/// <summary>One number that an update reports.</summary>
/// <param name="Name">
/// Words with underscores, such as policy_loss: a column of metrics and a chart of the report.
/// </param>
/// <param name="Value">Its value.</param>
public readonly record struct LearningMetric(string Name, double Value);
