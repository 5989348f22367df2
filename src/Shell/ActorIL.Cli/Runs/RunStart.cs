using ActorIL.Cli.Progress;
using ActorIL.Cli.Terminals;
using ActorIL.Core.Prelude;
using ActorIL.Experiments;

namespace ActorIL.Cli.Runs;

/// <summary>A run that can begin, or go on: its directory is there, its trace is open.</summary>
/// <param name="Run">What to compute and how.</param>
/// <param name="Files">Its directory.</param>
/// <param name="Origin">Where it takes up its work.</param>
/// <param name="Watched">What was seen of it before.</param>
/// <param name="Journal">Its trace and checkpoints.</param>
internal sealed record RunStart(
    BoundRun Run,
    RunFiles Files,
    RunOrigin Origin,
    WatcherState Watched,
    RunJournal Journal
)
{
    /// <summary>A run from its beginning.</summary>
    public static Result<RunStart, Error> New(BoundRun run, RunFiles files, Terminal terminal) =>
        RunJournal
            .Begin(run, files.Paths, TraceStamp.Of(run, terminal.Clock), beginning: null)
            .Map(journal => new RunStart(
                run,
                files,
                RunOrigin.Start,
                WatcherState.Start(RunStatusNotes.Start(run.Plan)),
                journal
            ));
}
