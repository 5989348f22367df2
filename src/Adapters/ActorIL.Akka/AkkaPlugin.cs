using ActorIL.Akka.Hosting;
using ActorIL.Plugins;

namespace ActorIL.Akka;

/// <summary>Akka.NET as a host of actors.</summary>
public sealed class AkkaPlugin : IPlugin
{
    /// <inheritdoc/>
    public string Name => "ActorIL.Akka";

    /// <inheritdoc/>
    public string Version => "0.1.0";

    /// <inheritdoc/>
    public PluginEntries Entries { get; } = new() { Hosts = [AkkaHostEntry.Entry] };
}
