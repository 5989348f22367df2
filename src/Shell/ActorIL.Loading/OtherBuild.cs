namespace ActorIL.Loading;

/// <summary>Looks for a plug-in that was built, but not where it was looked for.</summary>
internal static class OtherBuild
{
    private const string BuildFolder = "bin";
    private const int BuildDepthMax = 4;

    /// <summary>The same file of another build, the newest: Debug beside Release, or another framework.</summary>
    public static string? Of(PluginPath path)
    {
        var (name, at) = (Path.GetFileName(path.Full), path.Full);
        while (Path.GetDirectoryName(at) is { Length: > 0 } folder)
        {
            if (Path.GetFileName(folder) == BuildFolder)
            {
                return Newest(folder, name) is { } found ? AsTyped(path, found) : null;
            }

            at = folder;
        }

        return null;
    }

    private static string? Newest(string folder, string name)
    {
        try
        {
            return Directory.Exists(folder)
                ? Directory
                    .EnumerateFiles(
                        folder,
                        name,
                        new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = BuildDepthMax }
                    )
                    .Where(static file => Path.GetFileName(Path.GetDirectoryName(file)) is not ("ref" or "refint"))
                    .OrderByDescending(File.GetLastWriteTimeUtc)
                    .ThenBy(static file => file, StringComparer.Ordinal)
                    .FirstOrDefault()
                : null;
        }
        catch (IOException)
        {
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>A file as the user would have typed it.</summary>
    private static string AsTyped(PluginPath path, string file) =>
        path.Full.EndsWith(path.AsTyped, StringComparison.Ordinal)
        && path.Full[..^path.AsTyped.Length] is var folder
        && file.StartsWith(folder, StringComparison.Ordinal)
            ? file[folder.Length..]
            : file;
}
