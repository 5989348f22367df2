using ActorIL.Actors.Hosts;
using ActorIL.Core.Experience;
using ActorIL.Core.Prelude;
using ActorIL.Environments;
using ActorIL.Training.Collection;
using ActorIL.Training.Pipelines;

namespace ActorIL.Plugins;

/// <summary>What a plug-in brings, each kind in the order it is listed.</summary>
public sealed record PluginEntries
{
    /// <summary>Nothing.</summary>
    public static PluginEntries None { get; } = new();

    /// <summary>Environments, by the names that <c>environment.name</c> has for them.</summary>
    public EquatableArray<EnvironmentEntry> Environments { get; init; } = [];

    /// <summary>Hosts, by the names that <c>host</c> has for them.</summary>
    public EquatableArray<HostEntry> Hosts { get; init; } = [];

    /// <summary>Algorithms that train experts, by the names that <c>expert.kind</c> has for them.</summary>
    public EquatableArray<AlgorithmEntry> Algorithms { get; init; } = [];

    /// <summary>Ways to ask the expert, by the names that a student's <c>algorithm</c> has for them.</summary>
    public EquatableArray<QueryStrategyEntry> QueryStrategies { get; init; } = [];

    /// <summary>
    /// Scripted experts for environments of others, by the names that <c>expert.controller</c> has for them.
    /// </summary>
    public EquatableArray<ControllerEntry> Controllers { get; init; } = [];

    /// <summary>
    /// Stages that rollouts of the expert's training go through, by the names that <c>pipelines.rollouts</c> lists.
    /// </summary>
    public EquatableArray<PipelineStage<Collected>> RolloutStages { get; init; } = [];

    /// <summary>
    /// Stages that labelled batches go through before they are kept, by the names that <c>pipelines.labels</c> lists.
    /// </summary>
    public EquatableArray<PipelineStage<LabelledBatch>> LabelStages { get; init; } = [];
}
