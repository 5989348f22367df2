using ActorIL.Core.Experience;
using ActorIL.Plugins;
using ActorIL.Training.Collection;
using ActorIL.Training.Pipelines;

namespace ActorIL.Experiments.Tests;

/// <summary>A plug-in whose stages change nothing, so that keys that list stages have another value.</summary>
internal sealed class StagePlugin : IPlugin
{
    public const string Stage = "unchanged";

    public string Name => "Stages";

    public string Version => "1.0.0";

    public PluginEntries Entries =>
        new()
        {
            RolloutStages = [PipelineStage.Of<Collected>(Stage, "Changes nothing.", static collected => collected)],
            LabelStages = [PipelineStage.Of<LabelledBatch>(Stage, "Changes nothing.", static batch => batch)],
        };
}
