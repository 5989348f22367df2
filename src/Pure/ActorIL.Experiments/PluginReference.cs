namespace ActorIL.Experiments;

/// <summary>A plug-in as a configuration states it.</summary>
/// <param name="Path">As it is written.</param>
/// <param name="Source">
/// The file that states it, or the flag: a path in a file is relative to the file's folder.
/// </param>
public sealed record PluginReference(string Path, string Source)
{
    /// <summary>Whether it was typed and stands in no file.</summary>
    public bool IsTyped => Source.StartsWith("--", StringComparison.Ordinal);
}
