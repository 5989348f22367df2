using ActorIL.Plugins;

namespace ActorIL.Loading;

/// <summary>A plug-in as it was when it was asked: its properties are read once.</summary>
internal sealed record ListedPlugin(string Name, string Version, PluginEntries Entries) : IPlugin;
