namespace ActorIL.Testing;

/// <summary>
/// Reference results kept outside the repository: the folder named by <c>ACTORIL_GOLDEN</c>, else
/// <c>../shared/golden</c> beside the clone. Both are optional; a folder that was named must exist.
/// </summary>
public static class Golden
{
    /// <summary>The environment variable that names the folder.</summary>
    public const string Variable = "ACTORIL_GOLDEN";

    /// <summary>The folder named by <c>ACTORIL_GOLDEN</c>, if the variable is set.</summary>
    /// <exception cref="DirectoryNotFoundException">The variable names a folder that does not exist.</exception>
    public static bool TryNamedFolder(out string folder) =>
        TryNamedFolder(Environment.GetEnvironmentVariable(Variable), out folder);

    /// <summary>The same for a given value of the variable; null or empty is unset.</summary>
    /// <exception cref="DirectoryNotFoundException">The value names a folder that does not exist.</exception>
    public static bool TryNamedFolder(string? value, out string folder)
    {
        folder = value ?? string.Empty;
        if (folder.Length > 0 && !Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException(
                $"{Variable} names '{folder}', which is no folder. Name an existing one, or unset the variable."
            );
        }

        return folder.Length > 0;
    }

    /// <summary>The named folder, else the one beside the clone, if there is either.</summary>
    /// <exception cref="DirectoryNotFoundException">The variable names a folder that does not exist.</exception>
    public static bool TryFolder(out string folder)
    {
        if (TryNamedFolder(out folder))
        {
            return true;
        }

        folder = Path.GetFullPath(RepositoryRoot.Combine("..", "shared", "golden"));
        return Directory.Exists(folder);
    }

    /// <summary>A file or folder below the golden folder; skips the test, and says why, where it is absent.</summary>
    /// <param name="relativePath">With forward slashes, such as <c>torch/mlp.json</c>.</param>
    public static string PathOrSkip(string relativePath)
    {
        var found = TryFolder(out var folder);
        var path = Path.Combine(folder, relativePath);
        Assert.SkipUnless(
            found && Path.Exists(path),
            $"No '{relativePath}' in the golden folder '{folder}'. Set {Variable} to a folder that has it."
        );
        return path;
    }
}
