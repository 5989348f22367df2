using System.Collections.Immutable;
using ActorIL.Actors.Pipelines;
using ActorIL.Core.Experience;
using ActorIL.Training.Collection;
using ActorIL.Training.Pipelines;

namespace ActorIL.Plugins.Tests.Stages;

/// <summary>A plug-in that brings stages: good ones, and some that break the contract.</summary>
internal sealed class StagesPlugin : IPlugin
{
    public string Name => "Stages";

    public string Version => "1.0.0";

    public PluginEntries Entries =>
        new()
        {
            RolloutStages =
            [
                PipelineStage.Of<Collected>("double-rewards", "Rewards times 2.", static item => Scaled(item, 2)),
                PipelineStage.Of<Collected>("halve-rewards", "Rewards over 2.", static item => Scaled(item, 0.5f)),
                PipelineStage.Of("centre-rewards", "Rewards less their mean so far.", new CentringStage()),
                PipelineStage.Of("lose", "Gives nothing.", Transducers.Spread<Collected, Collected>(static _ => [])),
            ],
            LabelStages =
            [
                PipelineStage.Of<LabelledBatch>("turn-labels", "Left is right.", static batch => Turned(batch)),
                PipelineStage.Of<LabelledBatch>("drop-labels", "Gives one row.", static batch => batch.Take(1)),
            ],
        };

    private static Collected Scaled(Collected item, float factor) =>
        item with
        {
            Rollout = item.Rollout.WithRewards([.. item.Rollout.Rewards.Select(reward => reward * factor)]),
        };

    private static LabelledBatch Turned(LabelledBatch batch) =>
        new(
            batch.ObservationSize,
            batch.ActionSize,
            batch.Observations,
            [.. batch.Labels.Select(static label => 1 - label)]
        );
}
