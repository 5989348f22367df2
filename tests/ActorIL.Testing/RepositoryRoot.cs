namespace ActorIL.Testing;

/// <summary>Where the sources are, found from the folder the tests run in.</summary>
public static class RepositoryRoot
{
    private const string MappedRoot = "/_/";

    /// <summary>The folder that holds ActorIL.sln.</summary>
    /// <exception cref="DirectoryNotFoundException">The tests run outside a clone.</exception>
    public static string Folder { get; } = Find(AppContext.BaseDirectory);

    /// <summary>A path below the root, in the form of this machine.</summary>
    public static string Combine(params string[] parts) => Path.Combine([Folder, .. parts]);

    /// <summary>
    /// The real path of a source file. The compiler writes paths as <c>/_/tests/...</c>, so that assemblies do not
    /// depend on the folder they were built in.
    /// </summary>
    public static string SourcePath(string callerFilePath)
    {
        var path = callerFilePath.Replace('\\', '/');
        return path.StartsWith(MappedRoot, StringComparison.Ordinal)
            ? Path.GetFullPath(Path.Combine(Folder, path[MappedRoot.Length..]))
            : callerFilePath;
    }

    /// <summary>The path of a file relative to the root, with forward slashes.</summary>
    public static string Relative(string path) => Path.GetRelativePath(Folder, path).Replace('\\', '/');

    /// <summary>Walks up from a folder to the one that holds ActorIL.sln.</summary>
    /// <exception cref="DirectoryNotFoundException">No folder above holds it.</exception>
    public static string Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ActorIL.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException(
            $"No folder above '{start}' holds ActorIL.sln. Run the tests inside a clone of the repository."
        );
    }
}
