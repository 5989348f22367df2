using ActorIL.Core.Fields;

namespace ActorIL.Training.Reports;

/// <summary>
/// One trained policy of a run: what it cost and how it scores. The last stage of an algorithm is its main result.
/// </summary>
public sealed record StageReport : IFields<StageReport>
{
    public static TypeName Name => new("stage-report", 1);

    /// <summary>Such as "expert", "bc-first-20-of-5", "dagger-200".</summary>
    public required string Stage { get; init; }

    /// <summary>"ppo", "bc", "dagger", "scripted", "gail" and others.</summary>
    public required string Algorithm { get; init; }

    /// <summary>Expert actions asked for and stored.</summary>
    public required long LabelCount { get; init; }

    /// <summary>Expert actions asked for.</summary>
    public required long ExpertQueryCount { get; init; }

    /// <summary>Labels that say what every candidate action costs, not only what the expert does.</summary>
    public long CostLabelCount { get; init; }

    /// <summary>Steps that the expert drove to find those costs out; in no other count.</summary>
    public long ExpertStepCount { get; init; }

    /// <summary>Environment steps of training data; validation is counted apart.</summary>
    public required long EnvironmentStepCount { get; init; }

    /// <summary>Environment steps of validation.</summary>
    public required long ValidationStepCount { get; init; }

    public required int DemonstrationEpisodeCount { get; init; }

    /// <summary>"final" or "validation": how the policy was chosen.</summary>
    public required string Selected { get; init; }

    public required EvaluationSummary Evaluation { get; init; }

    /// <summary>Against the stage that all are compared with; null for that one, and where there is none.</summary>
    public PairedDifference? Difference { get; init; }

    /// <summary>Against the same student with a constant reward; null where there is none.</summary>
    public ControlComparison? Control { get; init; }

    /// <summary>How its cost grows with the horizon; null for experts, and where no horizons are asked for.</summary>
    public ErrorGrowth? Growth { get; init; }

    public static StageReport Fields<TVisitor>(scoped ref TVisitor visitor, StageReport? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var stage = value?.Stage ?? "";
        var algorithm = value?.Algorithm ?? "";
        var labelCount = value?.LabelCount ?? 0;
        var expertQueryCount = value?.ExpertQueryCount ?? 0;
        var environmentStepCount = value?.EnvironmentStepCount ?? 0;
        var validationStepCount = value?.ValidationStepCount ?? 0;
        var demonstrationEpisodeCount = value?.DemonstrationEpisodeCount ?? 0;
        var selected = value?.Selected ?? "";
        var evaluation = value?.Evaluation;
        var control = value?.Control;
        var growth = value?.Growth;
        visitor.Field(1, "stage", ref stage);
        visitor.Field(2, "algorithm", ref algorithm);
        visitor.Field(3, "label_count", ref labelCount);
        visitor.Field(4, "expert_query_count", ref expertQueryCount);
        visitor.Field(5, "environment_step_count", ref environmentStepCount);
        visitor.Field(6, "validation_step_count", ref validationStepCount);
        visitor.Field(7, "demonstration_episode_count", ref demonstrationEpisodeCount);
        visitor.Field(8, "selected", ref selected);
        visitor.Record(9, "evaluation", ref evaluation);
        var costLabelCount = value?.CostLabelCount ?? 0;
        var expertStepCount = value?.ExpertStepCount ?? 0;
        visitor.Field(10, "cost_label_count", ref costLabelCount);
        visitor.Field(11, "expert_step_count", ref expertStepCount);
        var difference = value?.Difference;
        visitor.Record(12, "difference", ref difference);
        visitor.Record(13, "control", ref control);
        visitor.Record(14, "growth", ref growth);
        return TVisitor.Rebuilds
            ? new()
            {
                Stage = stage,
                Algorithm = algorithm,
                LabelCount = labelCount,
                ExpertQueryCount = expertQueryCount,
                EnvironmentStepCount = environmentStepCount,
                ValidationStepCount = validationStepCount,
                DemonstrationEpisodeCount = demonstrationEpisodeCount,
                Selected = selected,
                Evaluation = evaluation!,
                CostLabelCount = costLabelCount,
                ExpertStepCount = expertStepCount,
                Difference = difference,
                Control = control,
                Growth = growth,
            }
            : value!;
    }
}
