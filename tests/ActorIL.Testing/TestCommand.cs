namespace ActorIL.Testing;

/// <summary>The command that repeats one test, as a failing random test prints it.</summary>
public static class TestCommand
{
    /// <summary>The variable that sets the seed of random tests.</summary>
    public const string SeedVariable = "ACTORIL_SEED";

    /// <summary>The test class of a source file: one type per file, named for it, perhaps with a part.</summary>
    public static string ClassOf(string callerFilePath) =>
        callerFilePath.Replace('\\', '/').Split('/')[^1].Split('.')[0];

    /// <summary>A command for the shell that runs one test again with one seed.</summary>
    public static string Repeat(string callerFilePath, string callerMemberName, ulong seed)
    {
        var path = RepositoryRoot.Relative(RepositoryRoot.SourcePath(callerFilePath));
        var project = string.Join('/', path.Split('/').Take(2));
        var test = $"{ClassOf(callerFilePath)}.{callerMemberName}";
        return Invariant($"{SeedVariable}={seed} dotnet test {project} -c Release ")
            + $"--filter \"FullyQualifiedName~{test}\"";
    }
}
