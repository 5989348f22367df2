using System.Collections.Immutable;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Supervision;
using ActorIL.Cli.Plugins;
using ActorIL.Core.Prelude;
using ActorIL.Experiments;

namespace ActorIL.Cli.Runs;

/// <summary>What is wrong with how a run ended.</summary>
internal static class RunEnding
{
    /// <summary>None for a run that ended by itself or was asked to.</summary>
    /// <param name="outcome">How it ended.</param>
    /// <param name="run">The run, whose plug-ins are named where they may be what failed.</param>
    public static ImmutableArray<Error> Errors(RunOutcome outcome, BoundRun run) =>
        [.. Errors(outcome).Select(error => PluginBlame.Named(error, run))];

    /// <summary>The same without plug-ins.</summary>
    public static ImmutableArray<Error> Errors(RunOutcome outcome) =>
        outcome.Match<ImmutableArray<Error>>(
            completed: _ => [],
            interrupted: _ => [],
            failed: failed => [Of(failed.Failure)],
            faulted: faulted => [faulted.Error]
        );

    private static Error Of(in Failure failure) =>
        new(
            $"{failure.OriginPath} at tick {failure.Tick}",
            $"{failure.Cause}: {failure.Text.ReplaceLineEndings(" ")}",
            "actors that do their work, or do it when it is repeated",
            "Correct what failed; the run directory holds what was reached."
        );
}
