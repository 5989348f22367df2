using ActorIL.Actors.Traces;

namespace ActorIL.Experiments;

/// <summary>
/// How a run is carried out: the operational half of a resolved configuration. None of it touches a digest.
/// </summary>
/// <param name="Host">The name of the host that runs the actors, one of the catalog's.</param>
/// <param name="WorkerCount">Worker threads of the parallel host, ≥ 1; null for one per processor.</param>
/// <param name="Out">Run directory; empty for a new folder under runs/.</param>
/// <param name="LogLevel">What console and log show.</param>
/// <param name="ProgressIntervalSeconds">
/// Seconds between progress lines when the output is not a terminal, &gt; 0.
/// </param>
/// <param name="TraceLevel">How much the trace holds.</param>
/// <param name="CheckpointIntervalUpdates">Updates of any learner between checkpoints, ≥ 0; 0 for none.</param>
public sealed record RunSettings(
    string Host,
    int? WorkerCount,
    string Out,
    RunLogLevel LogLevel,
    double ProgressIntervalSeconds,
    TraceLevel TraceLevel,
    int CheckpointIntervalUpdates
)
{
    /// <summary>How the program of an environment in another process is run.</summary>
    public ExternalSettings External { get; init; } = ExternalSettings.None;

    /// <summary>
    /// Seconds of wall clock that a step of an actor may last before the process is ended, ≥ 0; 0 for any time.
    /// </summary>
    public double WatchdogSeconds { get; init; }
}
