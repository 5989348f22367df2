using ActorIL.Cli.Plugins;
using ActorIL.Plugins;

namespace ActorIL.Cli.Terminals;

/// <summary>What a verb may know of the process it runs in, and of what was loaded into it.</summary>
/// <param name="Out">Results.</param>
/// <param name="Error">Errors, progress where results go elsewhere, and the log.</param>
/// <param name="Environment">The value of an environment variable, or null.</param>
/// <param name="Clock">Wall-clock time, for progress and measured speed.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, Func<string, string?> Environment, TimeProvider Clock)
{
    /// <summary>What configurations may name: what comes with the program, and the plug-ins that were loaded.</summary>
    public Catalog Catalog => Plugins.Catalog;

    /// <summary>The plug-ins of this invocation.</summary>
    public ProgramPlugins Plugins { get; init; } = new(ProgramCatalog.Shipped());

    /// <summary>Commands, for a verb that reads some.</summary>
    public TextReader In { get; init; } = TextReader.Null;

    /// <summary>Whether a person types into <see cref="In"/>.</summary>
    public bool IsInInteractive { get; init; }

    /// <summary>Whether a person watches <see cref="Out"/>.</summary>
    public bool IsOutInteractive { get; init; }

    /// <summary>Whether a person watches <see cref="Error"/>.</summary>
    public bool IsErrorInteractive { get; init; }

    /// <summary>Characters in a line of <see cref="Out"/>.</summary>
    public int OutWidth { get; init; } = 80;

    /// <summary>Whether the streams are the process's own.</summary>
    public bool IsProcess { get; init; }

    /// <summary>The terminal of this process.</summary>
    public static Terminal OfProcess() =>
        new(Console.Out, Console.Error, System.Environment.GetEnvironmentVariable, TimeProvider.System)
        {
            In = Console.In,
            IsInInteractive = !Console.IsInputRedirected,
            IsOutInteractive = !Console.IsOutputRedirected,
            IsErrorInteractive = !Console.IsErrorRedirected,
            OutWidth = Console.IsOutputRedirected || Console.WindowWidth < 1 ? 80 : Console.WindowWidth,
            IsProcess = true,
        };
}
