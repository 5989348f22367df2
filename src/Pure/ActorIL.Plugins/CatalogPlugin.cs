namespace ActorIL.Plugins;

/// <summary>A plug-in of a catalog.</summary>
/// <param name="Identity">Which it is.</param>
/// <param name="Entries">What it brings.</param>
public sealed record CatalogPlugin(PluginIdentity Identity, PluginEntries Entries);
