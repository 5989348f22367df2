using ActorIL.Plugins.Tests.ActorCritic;

namespace ActorIL.Plugins.Tests;

/// <summary>A plug-in that brings an algorithm.</summary>
internal sealed class A2cPlugin : IPlugin
{
    public string Name => "ActorCritic";

    public string Version => "1.0.0";

    public PluginEntries Entries =>
        new()
        {
            Algorithms =
            [
                AlgorithmEntry.Of(
                    "Advantage actor-critic, one step a rollout.",
                    new A2cConfig(),
                    static config => config.LearningRate > 0 ? [] : [new("learning_rate", "0", "above 0", "Raise it.")]
                ),
            ],
        };
}
