using ActorIL.Actors.Hosts;
using ActorIL.Cli.Progress;
using ActorIL.Cli.Runs;
using ActorIL.Storage.Traces;
using ActorIL.Training.Plans;
using ActorIL.Training.Reports;

namespace ActorIL.Cli.Traces;

/// <summary>Watches a past that is computed again, for whoever goes on from somewhere in it.</summary>
/// <param name="plan">What is computed.</param>
internal sealed class PastWatcher(RunPlan plan) : IRunObserver
{
    private readonly MetricRows _rows = new([]);
    private RunStatus _status = RunStatusNotes.Start(plan);

    /// <summary>Update boundaries so far.</summary>
    public long BoundaryCount { get; private set; }

    /// <summary>What a watcher that goes on from here has to know.</summary>
    public WatcherState State => new(_rows.Steps, TrainingSeconds: 0, _status);

    private Action<RunStatus> Show { get; set; } = _ => { };

    /// <summary>Runs a host, which this one watches, and shows how far it has come.</summary>
    public RunOutcome Watch(IRunView view, IActorHost host, Func<RunProgress, bool> stopRequested) =>
        view.Watch(
            _status,
            show =>
            {
                Show = show;
                return host.Run(stopRequested);
            }
        );

    public void AfterRound(in RoundReport report)
    {
        foreach (ref readonly var observed in report.Notes)
        {
            _rows.Observe(report.PathOf(observed.Actor), observed.Note);
            _status = RunStatusNotes.Apply(_status, observed.Note);
        }

        if (report.Notes.Length > 0)
        {
            Show(_status);
        }

        if (UpdateBoundary.Of(in report, UpdateBoundaries.NameOf) is not null)
        {
            BoundaryCount++;
        }
    }
}
