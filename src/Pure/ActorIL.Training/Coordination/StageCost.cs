using ActorIL.Core.Fields;

namespace ActorIL.Training.Coordination;

/// <summary>What a stage took.</summary>
/// <param name="LabelCount">Expert actions asked for and stored.</param>
/// <param name="ExpertQueryCount">Expert actions asked for.</param>
/// <param name="EnvironmentStepCount">Environment steps of training data.</param>
/// <param name="ValidationStepCount">Environment steps of validation.</param>
/// <param name="DemonstrationEpisodeCount">Demonstrations it learnt from.</param>
public sealed record StageCost(
    long LabelCount,
    long ExpertQueryCount,
    long EnvironmentStepCount,
    long ValidationStepCount,
    int DemonstrationEpisodeCount
) : IFields<StageCost>
{
    /// <summary>Labels that say what every candidate action costs, not only what the expert does.</summary>
    public long CostLabelCount { get; init; }

    /// <summary>Steps that the expert drove to find those costs out; in no other count.</summary>
    public long ExpertStepCount { get; init; }

    public static TypeName Name => new("stage-cost", 1);

    public static StageCost Fields<TVisitor>(scoped ref TVisitor visitor, StageCost? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var labelCount = value?.LabelCount ?? 0L;
        var expertQueryCount = value?.ExpertQueryCount ?? 0L;
        var environmentStepCount = value?.EnvironmentStepCount ?? 0L;
        var validationStepCount = value?.ValidationStepCount ?? 0L;
        var demonstrationEpisodeCount = value?.DemonstrationEpisodeCount ?? 0;
        visitor.Field(1, "label_count", ref labelCount);
        visitor.Field(2, "expert_query_count", ref expertQueryCount);
        visitor.Field(3, "environment_step_count", ref environmentStepCount);
        visitor.Field(4, "validation_step_count", ref validationStepCount);
        visitor.Field(5, "demonstration_episode_count", ref demonstrationEpisodeCount);
        var costLabelCount = value?.CostLabelCount ?? 0L;
        var expertStepCount = value?.ExpertStepCount ?? 0L;
        visitor.Field(6, "cost_label_count", ref costLabelCount);
        visitor.Field(7, "expert_step_count", ref expertStepCount);
        return TVisitor.Rebuilds
            ? new(labelCount, expertQueryCount, environmentStepCount, validationStepCount, demonstrationEpisodeCount)
            {
                CostLabelCount = costLabelCount,
                ExpertStepCount = expertStepCount,
            }
            : value!;
    }
}
