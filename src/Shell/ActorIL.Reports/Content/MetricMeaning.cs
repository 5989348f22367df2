namespace ActorIL.Reports.Content;

/// <summary>What a metric is.</summary>
/// <param name="Name">As in the metrics file.</param>
/// <param name="Title">A few words for people.</param>
/// <param name="Unit">What its numbers count.</param>
/// <param name="Explanation">What it says, and what is good.</param>
public sealed record MetricMeaning(string Name, string Title, string Unit, string Explanation);
