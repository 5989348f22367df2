using ActorIL.Actors.Addressing;
using ActorIL.Actors.Effects;
using ActorIL.Actors.Hosts;
using ActorIL.Cli.Logging;
using ActorIL.Cli.Progress;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Files;
using Serilog.Core;
using Serilog.Events;

namespace ActorIL.Cli.Runs;

/// <summary>
/// Watches a run between its rounds: metrics to the file, log lines to the log, progress to the view.
/// </summary>
/// <param name="metrics">The metrics file.</param>
/// <param name="log">The log.</param>
/// <param name="clock">Wall-clock time.</param>
/// <param name="start">Where the run stands before its first round.</param>
internal sealed class RunWatcher(MetricsFile metrics, Logger log, TimeProvider clock, WatcherState start) : IRunObserver
{
    private readonly MetricRows _rows = new(start.Steps);
    private readonly List<MetricRow> _pending = [];
    private readonly TrainingClock _training = new();
    private readonly WorkNames _work = new();
    private long _roundEndedAt = clock.GetTimestamp();
    private RunStatus _status = start.Status;

    /// <summary>What the disk refused; the run cannot go on without its metrics. Null while all is well.</summary>
    public Error? Problem { get; private set; }

    /// <summary>How far the run has come.</summary>
    public RunStatus Status => _status;

    /// <summary>Time of PPO training alone.</summary>
    public TimeSpan TrainingTime => TimeSpan.FromSeconds(start.TrainingSeconds) + _training.Total;

    /// <summary>What a watcher that goes on from here has to know.</summary>
    public WatcherState State => new(_rows.Steps, TrainingTime.TotalSeconds, _status);

    /// <summary>Shows each change of the status.</summary>
    public Action<RunStatus> Show { get; set; } = _ => { };

    public void AfterRound(in RoundReport report)
    {
        var now = clock.GetTimestamp();
        var (work, isShared) = _work.Of(in report);
        _training.Add(work, isShared, clock.GetElapsedTime(_roundEndedAt, now));
        if (report.Notes.Length > 0)
        {
            TakeNotes(in report);
        }

        LifecycleLog.Write(log, in report);

        // What the watching itself takes is nobody's training time.
        _roundEndedAt = clock.GetTimestamp();
    }

    private void TakeNotes(in RoundReport report)
    {
        foreach (ref readonly var observed in report.Notes)
        {
            _rows.Observe(report.PathOf(observed.Actor), observed.Note);
            _status = RunStatusNotes.Apply(_status, observed.Note);
        }

        foreach (ref readonly var observed in report.Notes)
        {
            Take(in report, in observed);
        }

        Flush();
        Show(_status);
    }

    private void Take(in RoundReport report, in ObservedNote observed)
    {
        var path = report.PathOf(observed.Actor);
        if (observed.Note.Kind == NoteKind.Metric)
        {
            _pending.Add(_rows.Row(path, observed.Note));
            return;
        }

        log.ForContext(RunLog.ActorProperty, path)
            .ForContext(RunLog.KeyProperty, DeliveryKeys.Of(in report, observed.Ordinal))
            .Write(LevelOf(observed.Note.Kind), "{Event:l}: {Text:l}", observed.Note.Name, observed.Note.Text);
    }

    private void Flush()
    {
        if (_pending.Count > 0 && Problem is null)
        {
            Problem = metrics.Append([.. _pending]).Match<Error?>(_ => null, error => error);
        }

        _pending.Clear();
    }

    private static LogEventLevel LevelOf(NoteKind kind) =>
        kind switch
        {
            NoteKind.Metric or NoteKind.Debug => LogEventLevel.Debug,
            NoteKind.Information => LogEventLevel.Information,
            NoteKind.Warning => LogEventLevel.Warning,
        };
}
