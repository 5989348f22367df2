using System.Diagnostics;

namespace ActorIL.Testing;

/// <summary>
/// Runs one test of a test assembly again in a process of its own, under other runtime settings, and reads what it
/// reports. The test in the child is marked <c>[Fact(Explicit = true)]</c>, so that no ordinary run starts it, and
/// calls
/// <see cref="Report"/>.
/// </summary>
/// <remarks>
/// Only what must be the same or different between processes belongs in a child: starting one takes about a second.
/// </remarks>
public static class ChildProcess
{
    private const string ReportVariable = "ACTORIL_CHILD_REPORT";

    // Far above what any child needs: it ends a hang, it measures nothing.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    // Settings that an outer process may have, and that a child must get only from its own list.
    private static readonly string[] RuntimeSettings =
    [
        "DOTNET_EnableHWIntrinsic",
        "DOTNET_EnableAVX",
        "DOTNET_EnableAVX2",
        "DOTNET_EnableAVX512",
        "DOTNET_PreferredVectorBitWidth",
        "DOTNET_TieredCompilation",
        "DOTNET_TieredPGO",
        "DOTNET_ReadyToRun",
    ];

    /// <summary>Runs one explicit test of the assembly that holds <paramref name="testClass"/>.</summary>
    /// <param name="testClass">The class of the test.</param>
    /// <param name="methodName">The test's name.</param>
    /// <param name="settings">Environment variables of the child, beyond those of this process.</param>
    /// <returns>What the child reported, by name.</returns>
    /// <exception cref="InvalidOperationException">
    /// The child failed, hung or reported nothing, its output following; or this process is a child itself.
    /// </exception>
    public static IReadOnlyDictionary<string, string> Run(
        Type testClass,
        string methodName,
        params ReadOnlySpan<(string Name, string Value)> settings)
    {
        if (Environment.GetEnvironmentVariable(ReportVariable) is not null)
        {
            throw new InvalidOperationException("A child starts no children: they would start theirs, without end.");
        }

        var folder = Directory.CreateTempSubdirectory("actoril-child-");
        try
        {
            var reportPath = Path.Combine(folder.FullName, "report.txt");
            var start = Start(testClass, methodName, reportPath);
            foreach (var (name, value) in settings)
            {
                start.Environment[name] = value;
            }

            var output = Wait(start);
            return File.Exists(reportPath)
                ? Parse(File.ReadAllLines(reportPath))
                : throw new InvalidOperationException($"The child of {methodName} reported nothing.\n{output}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>
    /// In the child: hands results to the process that started it. Values must not contain line ends.
    /// </summary>
    /// <exception cref="InvalidOperationException">This process was not started by <see cref="Run"/>.</exception>
    public static void Report(params ReadOnlySpan<(string Name, string Value)> results)
    {
        var path = Environment.GetEnvironmentVariable(ReportVariable)
            ?? throw new InvalidOperationException("This test runs in a child process only; another test starts it.");
        foreach (var (name, value) in results)
        {
            File.AppendAllText(path, $"{name}={value}\n");
        }
    }

    private static ProcessStartInfo Start(Type testClass, string methodName, string reportPath)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(testClass.Assembly.Location);
        start.ArgumentList.Add("-explicit");
        start.ArgumentList.Add("only");
        start.ArgumentList.Add("-method");
        start.ArgumentList.Add($"{testClass.FullName}.{methodName}");
        foreach (var setting in RuntimeSettings)
        {
            start.Environment.Remove(setting);
        }

        start.Environment[ReportVariable] = reportPath;
        return start;
    }

    private static string Wait(ProcessStartInfo start)
    {
        using var process = Process.Start(start)
            ?? throw new InvalidOperationException($"'{start.FileName}' did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"The child did not end within {Patience}.");
        }

        var text = output.GetAwaiter().GetResult() + error.GetAwaiter().GetResult();
        return process.ExitCode == 0
            ? text
            : throw new InvalidOperationException(Invariant($"The child ended with {process.ExitCode}.\n{text}"));
    }

    private static Dictionary<string, string> Parse(string[] lines) =>
        lines.Select(line => line.Split('=', 2)).ToDictionary(parts => parts[0], parts => parts[1]);
}
