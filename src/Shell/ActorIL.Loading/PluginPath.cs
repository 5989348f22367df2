namespace ActorIL.Loading;

/// <summary>Where a plug-in's file is.</summary>
/// <param name="AsTyped">As the configuration or the command line has it: what errors show.</param>
/// <param name="Full">The same from the root of the file system.</param>
public sealed record PluginPath(string AsTyped, string Full)
{
    /// <summary>A path that is relative to a folder, or to none.</summary>
    /// <param name="typed">As it was written.</param>
    /// <param name="folder">The folder of the file that states it; the current one for what was typed.</param>
    public static PluginPath Of(string typed, string folder) => new(typed, Path.GetFullPath(typed, folder));
}
