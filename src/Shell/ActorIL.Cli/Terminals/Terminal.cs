namespace ActorIL.Cli.Terminals;

/// <summary>What a verb may know of the process it runs in.</summary>
/// <param name="Out">Results.</param>
/// <param name="Error">Errors, progress where results go elsewhere, and the log.</param>
/// <param name="IsOutInteractive">Whether a person watches <paramref name="Out"/>.</param>
/// <param name="IsErrorInteractive">Whether a person watches <paramref name="Error"/>.</param>
/// <param name="Environment">The value of an environment variable, or null.</param>
/// <param name="Clock">Wall-clock time, for progress and measured speed.</param>
public sealed record Terminal(
    TextWriter Out,
    TextWriter Error,
    bool IsOutInteractive,
    bool IsErrorInteractive,
    Func<string, string?> Environment,
    TimeProvider Clock)
{
    /// <summary>The terminal of this process.</summary>
    public static Terminal OfProcess() => new(
        Console.Out,
        Console.Error,
        !Console.IsOutputRedirected,
        !Console.IsErrorRedirected,
        System.Environment.GetEnvironmentVariable,
        TimeProvider.System);
}
