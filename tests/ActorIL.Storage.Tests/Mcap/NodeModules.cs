using System.Diagnostics;
using ActorIL.Testing;

namespace ActorIL.Storage.Tests.Mcap;

/// <summary>
/// The public implementation of the format, run by Node: an optional oracle. Its modules are looked for in the folder
/// named by <c>ACTORIL_MCAP_NODE</c>, else beside the scripts, where
/// <c>npm ci --ignore-scripts --no-audit --no-fund</c> puts them.
/// </summary>
internal static class NodeModules
{
    private const string Variable = "ACTORIL_MCAP_NODE";

    private static string Scripts => RepositoryRoot.Combine("tests", "ActorIL.Storage.Tests", "Mcap", "Node");

    /// <summary>Runs a script and returns what it printed; skips the test, and says why, where it cannot.</summary>
    public static string RunOrSkip(string script, params string[] arguments)
    {
        var folder = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : Scripts;
        Assert.SkipUnless(
            Directory.Exists(Path.Combine(folder, "node_modules", "@mcap", "core")),
            $"No node_modules/@mcap/core in '{folder}'. Run npm ci there, or set {Variable} to a folder that has it."
        );
        using var process = Tool.Start("node", [Path.Combine(Scripts, script), folder, .. arguments]);
        Assert.SkipWhen(process is null, "There is no program 'node' on this system.");
        return Output(process);
    }

    private static string Output(Process process)
    {
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.GetAwaiter().GetResult());
        return output;
    }
}
