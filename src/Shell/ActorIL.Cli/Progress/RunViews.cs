using ActorIL.Cli.Terminals;
using ActorIL.Experiments;

namespace ActorIL.Cli.Progress;

/// <summary>Chooses how progress is shown.</summary>
internal static class RunViews
{
    /// <summary>
    /// Bars where a person watches, else a line now and then; beside the output where that is for a program.
    /// </summary>
    public static IRunView Of(Terminal terminal, bool isJson, RunSettings settings) =>
        isJson ? Beside(terminal, settings) : On(terminal, terminal.Out, terminal.IsOutInteractive, settings);

    /// <summary>The same on the error stream.</summary>
    public static IRunView Beside(Terminal terminal, RunSettings settings) =>
        On(terminal, terminal.Error, terminal.IsErrorInteractive, settings);

    private static IRunView On(Terminal terminal, TextWriter output, bool isInteractive, RunSettings settings) =>
        isInteractive
            ? LiveView.On(output)
            : new LineView(output, terminal.Clock, TimeSpan.FromSeconds(settings.ProgressIntervalSeconds));
}
