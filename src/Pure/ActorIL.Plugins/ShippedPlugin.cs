using ActorIL.Actors.Hosts;
using ActorIL.Algorithms.Ppo;
using ActorIL.Core.Prelude;
using ActorIL.Environments;
using ActorIL.Plugins.Shipped;

namespace ActorIL.Plugins;

/// <summary>What comes with the library and is pure, listed as any plug-in lists its entries.</summary>
public sealed class ShippedPlugin : IPlugin
{
    /// <summary>The host that runs everything on one thread.</summary>
    public const string SimulationHostName = "simulation";

    /// <inheritdoc/>
    public string Name => "ActorIL";

    /// <inheritdoc/>
    public string Version => "1.0.0";

    /// <inheritdoc/>
    public PluginEntries Entries =>
        new()
        {
            Environments = new(EnvironmentCatalog.Shipped.Entries),
            Hosts = [Simulation],
            Algorithms =
            [
                AlgorithmEntry.InSection(
                    PpoConfig.Word,
                    "Clipped surrogate objective, several passes over each rollout.",
                    section: PpoConfig.Word
                ),
            ],
            QueryStrategies = ShippedStrategies.All,
        };

    private static HostEntry Simulation =>
        new(SimulationHostName, "One thread.", static start => Start(start)) { WorkerCount = static (_, _) => 1 };

    private static Result<IActorHost, Error> Start(HostStart start) =>
        start.Snapshot is not { } snapshot
            ? Result.Success<IActorHost, Error>(new SimulationHost(start.Root, start.Settings))
        : start.Reconfiguration is { } change
            ? SimulationHost.Restore(start.Root, start.Settings, snapshot, change).Map(Plain)
        : SimulationHost.Restore(start.Root, start.Settings, snapshot).Map(Plain);

    private static IActorHost Plain(IActorHost host) => host;
}
