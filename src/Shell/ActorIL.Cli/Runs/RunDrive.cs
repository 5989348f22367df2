using System.Collections.Immutable;
using ActorIL.Actors.Hosts;
using ActorIL.Cli.Datasets;
using ActorIL.Cli.Progress;
using ActorIL.Cli.Signals;
using ActorIL.Core.Prelude;
using Serilog.Core;

namespace ActorIL.Cli.Runs;

/// <summary>Runs a host to its end, pausing between rounds for checkpoints.</summary>
internal sealed class RunDrive(
    RunStart start,
    RunHost host,
    DemonstrationKeeper keeper,
    RunWatcher watcher,
    StopSignals signals,
    Logger log
)
{
    public RunOutcome Run(Action<RunStatus> show)
    {
        watcher.Show = show;
        var outcome = Round();
        while (start.Journal.IsCheckpointDue && !IsStopped)
        {
            Save();
            outcome = Round();
        }

        if (signals.IsRequested && Problem is null)
        {
            Save();
        }

        if (start.Journal.StallCount > 0)
        {
            log.Warning(
                "trace: the run waited {Count} times for the disk, {Seconds:F1} s in all",
                start.Journal.StallCount,
                start.Journal.StallTime.TotalSeconds
            );
        }

        return outcome;
    }

    /// <summary>What is wrong with how the run ended.</summary>
    public ImmutableArray<Error> Errors(RunOutcome outcome) =>
        Problem is { } problem
            ? [.. RunEnding.Errors(outcome, start.Run), problem]
            : RunEnding.Errors(outcome, start.Run);

    private Error? Problem => watcher.Problem ?? keeper.Problem ?? start.Journal.Problem;

    // A run that has not begun has nothing to report: a signal waits for the first deliveries.
    private bool IsStopped => Problem is not null || (signals.IsRequested && host.Host.Progress.DeliveryCount > 0);

    private RunOutcome Round() =>
        ChangedArithmetic.Watch(start.Run, () => host.Host.Run(_ => IsStopped || start.Journal.IsCheckpointDue));

    private void Save() => start.Journal.Save(host.Host, watcher.State, start.Files.Metrics.Length, log);
}
