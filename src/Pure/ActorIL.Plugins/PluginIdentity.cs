namespace ActorIL.Plugins;

/// <summary>Which plug-in took part in a run: what the manifest of a trace says of it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Contract">The contract it was built for, such as 1.0.</param>
/// <param name="FileHash">SHA-256 of its file, 64 hexadecimal digits; empty for what comes with the program.</param>
public sealed record PluginIdentity(string Name, string Version, string Contract, string FileHash);
