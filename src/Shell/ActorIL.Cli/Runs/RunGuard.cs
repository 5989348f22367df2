using System.Globalization;
using ActorIL.Actors.Hosts;
using ActorIL.Cli.Plugins;
using ActorIL.Cli.Signals;
using ActorIL.Cli.Terminals;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Runs;

namespace ActorIL.Cli.Runs;

/// <summary>
/// Ends a run whose step does not: it names the actor and its message, saves what can be saved, and ends the process.
/// The last checkpoint is as it was.
/// </summary>
internal static class RunGuard
{
    // A disk that takes nothing must not keep the process.
    private static readonly TimeSpan FlushPatience = TimeSpan.FromSeconds(5);

    /// <summary>Watches a run until it is disposed of; null where any step may last any time.</summary>
    public static Watchdog? Start(Terminal terminal, RunStart start, RunHost host)
    {
        var limit = TimeSpan.FromSeconds(start.Run.Settings.WatchdogSeconds);
        return limit > TimeSpan.Zero
            ? new Watchdog(host.Watch, limit, terminal.Clock, step => End(terminal, start, step))
            : null;
    }

    private static void End(Terminal terminal, RunStart start, RunningStep step)
    {
        var code = terminal.Fail(PluginBlame.Named(Of(start, step), start.Run));
        _ = Task.Run(start.Journal.Flush).Wait(FlushPatience);
        Environment.Exit((int)code);
    }

    private static Error Of(RunStart start, RunningStep step)
    {
        var seconds = start.Run.Settings.WatchdogSeconds.ToString(CultureInfo.InvariantCulture);
        return new(
            step.Path,
            $"a step that has lasted {seconds} s and goes on: {step.Message}, in {start.Run.Plan.Environment.Id}",
            $"steps of less, as watchdog-seconds = {seconds} says",
            $"{Remains(start.Files.Paths)} A step that does not end cannot be stopped inside a process:"
                + " environment.id = external runs environments in processes of their own;"
                + " watchdog-seconds = 0 waits for ever."
        );
    }

    private static string Remains(RunPaths paths) =>
        File.Exists(paths.State)
            ? $"The last checkpoint is whole: `actoril resume {paths.Folder}`."
            : $"There was no checkpoint yet: `actoril resume {paths.Folder}` begins again.";
}
