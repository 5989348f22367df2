using ActorIL.Actors.Hosts;
using ActorIL.Core.Prelude;
using ActorIL.Plugins;

namespace ActorIL.Hosting;

/// <summary>The host of this library, listed as any plug-in lists its entries.</summary>
public sealed class HostingPlugin : IPlugin
{
    /// <summary>The host that runs steps on worker threads.</summary>
    public const string ParallelHostName = "parallel";

    /// <inheritdoc/>
    public string Name => "ActorIL.Hosting";

    /// <inheritdoc/>
    public string Version => "1.0.0";

    /// <inheritdoc/>
    public PluginEntries Entries =>
        new() { Hosts = [new HostEntry(ParallelHostName, "Worker threads.", static start => Start(start))] };

    private static Result<IActorHost, Error> Start(HostStart start) =>
        start.Snapshot is { } snapshot
            ? ParallelHost
                .Restore(start.Root, start.Settings, snapshot, start.WorkerCount, start.Reconfiguration)
                .Map(Plain)
            : Fresh(start);

    // Whoever starts it disposes of it, which the analyser does not see through the result.
#pragma warning disable CA2000
    private static Result<IActorHost, Error> Fresh(HostStart start) =>
        Result.Success<IActorHost, Error>(new ParallelHost(start.Root, start.Settings, start.WorkerCount));
#pragma warning restore CA2000

    private static IActorHost Plain(IActorHost host) => host;
}
