using ActorIL.Training.Coordination;
using ActorIL.Training.Reports;

namespace ActorIL.Reports.Content;

/// <summary>A stage that was evaluated, as the summary of a run has it.</summary>
public sealed record StageFacts
{
    /// <summary>Its name; in a sweep of variants with the variant before it.</summary>
    public required string Name { get; init; }

    /// <summary>The variant of the run it is of; empty for none.</summary>
    public string Variant { get; init; } = "";

    public required string Algorithm { get; init; }

    /// <summary>Expert labels it learnt from.</summary>
    public required long LabelCount { get; init; }

    /// <summary>Labels that say what every candidate action costs.</summary>
    public long CostLabelCount { get; init; }

    /// <summary>Steps that the expert drove to find those costs out.</summary>
    public long ExpertStepCount { get; init; }

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

    /// <summary>Against another stage; null where there is no comparison.</summary>
    public DifferenceFacts? Difference { get; init; }

    /// <summary>Perturbed episodes that recovered; null where none were perturbed.</summary>
    public RecoveryFacts? Recovery { get; init; }

    /// <summary>How its cost grows with the horizon; null where no horizons were asked for.</summary>
    public ErrorGrowth? Growth { get; init; }

    /// <summary>Against the same student with a constant reward; null where there is none.</summary>
    public ControlFacts? Control { get; init; }

    /// <summary>Episodes in which it latched on to its previous action; null where nobody watched for that.</summary>
    public RateFacts? Latched { get; init; }

    /// <summary>Episodes that were watched for that.</summary>
    public int LatchingCount { get; init; }

    public StageGroup Group =>
        RunStages.IsOwnStudent(Stage) ? StageGroup.Own
        : Algorithm is not ("bc" or "dagger") ? StageGroup.Expert
        : Algorithm == "dagger" ? StageGroup.Dagger
        : Stage == RunStages.GivenClone || Stage.StartsWith("bc-full-", StringComparison.Ordinal)
            ? StageGroup.FullEpisodes
        : StageGroup.FirstSteps;

    public bool IsStudent => Group != StageGroup.Expert;

    /// <summary>Whether it is the last round of a student that is reported by its best round too.</summary>
    public bool IsLastRound => RunStages.IsLastRound(Stage);

    private string Stage => VariantNames.Stage(Variant, Name);
}
