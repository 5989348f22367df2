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
        return TVisitor.Rebuilds
            ? new(labelCount, expertQueryCount, environmentStepCount, validationStepCount, demonstrationEpisodeCount)
            : value!;
    }
}
