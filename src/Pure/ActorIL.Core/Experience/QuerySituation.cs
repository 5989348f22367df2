namespace ActorIL.Core.Experience;

/// <summary>What is known before a step of a student.</summary>
public readonly ref struct QuerySituation
{
    /// <summary>From 1: the first students are taught by the expert's own driving in round 0.</summary>
    public required int Round { get; init; }

    /// <summary>Steps of the episode before this one.</summary>
    public required int Step { get; init; }

    /// <summary>Labels of the episode before this step.</summary>
    public required int LabelCount { get; init; }

    /// <summary>Shape [observation size].</summary>
    public required ReadOnlySpan<float> Observation { get; init; }

    /// <summary>What the student would do, shape [action size].</summary>
    public required ReadOnlySpan<float> StudentAction { get; init; }

    /// <summary>
    /// How much the students disagree, ≥ 0: the variance among their actions or, for discrete actions, among their
    /// probabilities, summed over components. 0 for a single student.
    /// </summary>
    public required double Uncertainty { get; init; }

    /// <summary>As <see cref="Contracts.IDangerMeasure"/> has it; 0 where the environment has none.</summary>
    public required double Danger { get; init; }

    /// <summary>A number drawn for this step, uniform in [0, 1).</summary>
    public required double Coin { get; init; }
}
