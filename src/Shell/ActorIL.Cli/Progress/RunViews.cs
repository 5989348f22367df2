using ActorIL.Cli.Terminals;
using ActorIL.Experiments;

namespace ActorIL.Cli.Progress;

/// <summary>Chooses how progress is shown.</summary>
internal static class RunViews
{
    /// <summary>Bars where a person watches, else a line now and then; beside the output where that is for a program.</summary>
    public static IRunView Of(Terminal terminal, bool isJson, RunSettings settings)
    {
        var (output, isInteractive) = isJson
            ? (terminal.Error, terminal.IsErrorInteractive)
            : (terminal.Out, terminal.IsOutInteractive);
        return isInteractive
            ? LiveView.On(output)
            : new LineView(output, terminal.Clock, TimeSpan.FromSeconds(settings.ProgressIntervalSeconds));
    }
}
