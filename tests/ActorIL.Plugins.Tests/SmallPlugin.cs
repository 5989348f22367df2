namespace ActorIL.Plugins.Tests;

/// <summary>A plug-in made of what a test wants it to say.</summary>
internal sealed class SmallPlugin(string name, Func<PluginEntries> entries) : IPlugin
{
    public string Name => name;

    public string Version { get; init; } = "1.2.0";

    public PluginEntries Entries => entries();
}
