namespace ActorIL.Packages.Tests.Newcomer;

/// <summary>A command that was run, and how it went.</summary>
/// <param name="Line">As typed.</param>
/// <param name="ExitCode">0 where it went well.</param>
/// <param name="Output">What it wrote, errors included.</param>
public sealed record CommandResult(string Line, int ExitCode, string Output)
{
    public override string ToString() => $"$ {Line}\n{Output}\n(exit code {ExitCode})";
}
