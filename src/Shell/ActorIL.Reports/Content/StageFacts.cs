using ActorIL.Training.Coordination;

namespace ActorIL.Reports.Content;

/// <summary>A stage that was evaluated, as the summary of a run has it.</summary>
public sealed record StageFacts
{
    public required string Name { get; init; }

    public required string Algorithm { get; init; }

    /// <summary>Expert labels it learnt from.</summary>
    public required long LabelCount { get; init; }

    public required long DemonstrationEpisodeCount { get; init; }

    /// <summary>"validation" or "final".</summary>
    public required string Selected { get; init; }

    /// <summary>Episodes of the evaluation.</summary>
    public required long Count { get; init; }

    public required double Mean { get; init; }

    public required double Minimum { get; init; }

    /// <summary>Lower end of the 95 % interval of the mean.</summary>
    public required double CiLow { get; init; }

    /// <summary>Upper end of the interval.</summary>
    public required double CiHigh { get; init; }

    /// <summary>Episodes that failed; null where the environment does not judge.</summary>
    public RateFacts? Failure { get; init; }

    /// <summary>Perturbed episodes that recovered; null where none were perturbed.</summary>
    public RecoveryFacts? Recovery { get; init; }

    /// <summary>Episodes in which it latched on to its previous action; null where nobody watched for that.</summary>
    public RateFacts? Latched { get; init; }

    /// <summary>Episodes that were watched for that.</summary>
    public int LatchingCount { get; init; }

    public StageGroup Group =>
        RunStages.IsOwnStudent(Name) ? StageGroup.Own
        : Algorithm is not ("bc" or "dagger") ? StageGroup.Expert
        : Algorithm == "dagger" ? StageGroup.Dagger
        : Name.StartsWith("bc-full-", StringComparison.Ordinal) ? StageGroup.FullEpisodes
        : StageGroup.FirstSteps;

    public bool IsStudent => Group != StageGroup.Expert;

    /// <summary>Whether it is the last round of a student that is reported by its best round too.</summary>
    public bool IsLastRound => RunStages.IsLastRound(Name);
}
