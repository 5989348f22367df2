using ActorIL.Core.Prelude;

namespace ActorIL.External.Tests;

/// <summary>Small programs that do what they should, or what they should not.</summary>
internal static class Programs
{
    /// <summary>Enough for any program here; a test that waits for so long has failed.</summary>
    public static ExternalLimits Patient { get; } = new(StartSeconds: 60, AnswerSeconds: 60, StopSeconds: 10);

    /// <summary>For programs that are waited for in vain.</summary>
    public static ExternalLimits Hasty { get; } = new(StartSeconds: 0.4, AnswerSeconds: 0.4, StopSeconds: 0.4);

    public static string Folder => RepositoryRoot.Combine("src", "Shell", "ActorIL.External", "python");

    /// <summary>A welcome, as the printf of a shell writes it: Box(1) and Discrete(2), no texts.</summary>
    public static string Welcome =>
        @"AIL\201\054\0\0\0"
        + @"\001\0\0\0\0\0\0\0\0\0\0\0"
        + @"\001\0\0\0\001\0\0\0\0\0\200\277\0\0\200\077"
        + @"\0\0\0\0\002\0\0\0"
        + @"\0\0\0\0\0\0\0\0";

    public static ExternalCommand Of(params string[] words) => new([.. words]);

    /// <summary>A script of the shell; skips where there is no shell.</summary>
    public static ExternalCommand Shell(string script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Small programs are scripts of the Unix shell.");
        return Of("sh", "-c", script);
    }

    /// <summary>A file beside the library, run by a Python that has what it needs.</summary>
    public static ExternalCommand Python(string file) =>
        Of(
            file == PythonFiles.Minimal ? Testing.Python.AnyOrSkip() : Testing.Python.WithNumPyOrSkip(),
            Path.Combine(Folder, file)
        );

    /// <summary>A script that may import what is beside the library.</summary>
    public static ExternalCommand Script(string script, params string[] arguments) =>
        Of([
            Testing.Python.WithNumPyOrSkip(),
            "-c",
            $"import sys\nsys.path.insert(0, {Quoted(Folder)})\nimport numpy as np\nimport actoril_env\n{script}",
            .. arguments,
        ]);

    public static ExternalProcess Start(ExternalCommand command, ExternalLimits? limits = null) =>
        ExternalProcess.Start(command, limits ?? Patient).Require();

    /// <summary>How a start fails.</summary>
    public static ExternalFailure Refused(ExternalCommand command, ExternalLimits? limits = null) =>
        ExternalProcess
            .Start(command, limits ?? Patient)
            .Match(
                process =>
                {
                    process.Dispose();
                    throw new InvalidOperationException("It started.");
                },
                failure => failure
            );

    /// <summary>Whether a process is there, not counting what has ended and waits to be noticed.</summary>
    public static bool IsAlive(int id)
    {
        try
        {
            var status = File.ReadAllText(Invariant($"/proc/{id}/stat"));
            return status[(status.LastIndexOf(')') + 2)..][0] is not ('Z' or 'X');
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Whether a process ends within some seconds.</summary>
    public static bool Ends(int id) => SpinWait.SpinUntil(() => !IsAlive(id), TimeSpan.FromSeconds(15));

    public static string Quoted(string text) => $"'{text.Replace("'", "\\'", StringComparison.Ordinal)}'";
}
