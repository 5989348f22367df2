using System.Diagnostics;

namespace ActorIL.Testing;

/// <summary>
/// NumPy, run by Python: an optional oracle. The program is looked for under <c>ACTORIL_PYTHON</c>, then as the one on
/// the path, then as the system's own, which has Debian's python3-numpy.
/// </summary>
public static class Python
{
    private const string Variable = "ACTORIL_PYTHON";

    /// <summary>A Python with NumPy; skips the test, and says why, where there is none.</summary>
    public static string WithNumPyOrSkip()
    {
        var python = Candidates().FirstOrDefault(name => Tool.Succeeds(name, "-c", "import numpy"));
        Assert.SkipWhen(
            python is null,
            $"No Python with NumPy on this system: install python3-numpy, or set {Variable} to a Python that has it."
        );
        return python;
    }

    /// <summary>Any Python; skips the test, and says why, where there is none.</summary>
    public static string AnyOrSkip()
    {
        var python = Candidates().FirstOrDefault(name => Tool.Succeeds(name, "-c", "import sys"));
        Assert.SkipWhen(python is null, $"No Python on this system: install python3, or set {Variable}.");
        return python;
    }

    /// <summary>Runs a script with NumPy as <c>np</c>; skips the test, and says why, where there is none.</summary>
    public static string RunOrSkip(string script, params string[] arguments)
    {
        using var process = Tool.Start(
            WithNumPyOrSkip(),
            ["-c", "import sys\nimport numpy as np\n" + script, .. arguments]
        )!;
        return Output(process);
    }

    private static IEnumerable<string> Candidates() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named
            ? [named]
            : ["python3", "/usr/bin/python3"];

    private static string Output(Process process)
    {
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.GetAwaiter().GetResult());
        return output.ReplaceLineEndings("\n");
    }
}
