using System.Collections.Immutable;
using ActorIL.Cli.Progress;
using ActorIL.Cli.Terminals;
using ActorIL.Core.Prelude;
using ActorIL.Experiments;
using ActorIL.Storage.Traces;

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
    /// <summary>The last delivery that was kept, where a run goes on; null for one that begins.</summary>
    public long? ResumedAfter { get; init; }

    /// <summary>A run from its beginning.</summary>
    public static Result<RunStart, Error> New(BoundRun run, RunFiles files, Terminal terminal) =>
        Of(run, files, TraceStamp.Of(run, terminal.Clock), fork: null);

    /// <summary>A run from its beginning, or from where it was forked.</summary>
    public static Result<RunStart, Error> Of(
        BoundRun run,
        RunFiles files,
        TraceManifest manifest,
        ForkBeginning? fork
    ) =>
        RunJournal
            .Begin(run, files.Paths, manifest, fork?.ToCheckpoint())
            .Then(journal =>
                (fork?.Origin(run.Catalog) ?? Result.Success<RunOrigin, ImmutableArray<Error>>(RunOrigin.Start))
                    .MapError(errors => errors[0])
                    .Map(origin => new RunStart(
                        run,
                        files,
                        origin,
                        fork?.Watched ?? WatcherState.Start(RunStatusNotes.Start(run.Plan)),
                        journal
                    ))
            );
}
