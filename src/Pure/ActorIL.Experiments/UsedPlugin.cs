using ActorIL.Plugins;

namespace ActorIL.Experiments;

/// <summary>A plug-in that a run uses, and its file.</summary>
/// <param name="Identity">Which it is.</param>
/// <param name="Path">Its file, from the root of the file system.</param>
/// <param name="IsComputing">Whether it brings more than hosts.</param>
/// <param name="AmbientCallCount">Uses in its code of what makes runs differ, ≥ 0.</param>
public sealed record UsedPlugin(PluginIdentity Identity, string Path, bool IsComputing, int AmbientCallCount);
