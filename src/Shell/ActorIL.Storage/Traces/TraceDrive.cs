using ActorIL.Actors.Driving;
using ActorIL.Actors.Traces;
using ActorIL.Core.Prelude;

namespace ActorIL.Storage.Traces;

/// <summary>Drives one actor past what a trace has of it, without the rest of the system.</summary>
public static class TraceDrive
{
    /// <summary>What came of it; an error where the trace does not hold all that takes.</summary>
    public static Result<DriveReport, Error> Run(TraceReader trace, ActorDrive drive, string path)
    {
        if (Refusal(trace) is { } refusal)
        {
            return Result.Failure<DriveReport, Error>(refusal);
        }

        var blocks = new TraceBlocks(trace.Entries);
        foreach (var entry in trace.Entries())
        {
            var problem = entry.Then(found => Take(drive, blocks, found)).Match<Error?>(_ => null, error => error);
            if (problem is not null)
            {
                return Result.Failure<DriveReport, Error>(problem);
            }
        }

        var report = drive.Finish();
        return report is { InputCount: 0, StateHash: 0 }
            ? Result.Failure<DriveReport, Error>(
                new(
                    trace.Path,
                    $"nothing of {path}",
                    "an actor of the run",
                    "Take a path as `actoril trace info` lists them."
                )
            )
            : Result.Success<DriveReport, Error>(report);
    }

    private static Result<bool, Error> Take(ActorDrive drive, TraceBlocks blocks, TraceEntry entry) =>
        entry.Match(
            delivered => drive.Take(delivered.Record, delivered.Channel.Payload, blocks.Find),
            digested =>
            {
                drive.Take(digested.Record);
                return Done;
            },
            happened =>
            {
                drive.Take(happened.Record);
                return Done;
            },
            numbers =>
            {
                blocks.Add(numbers.Record);
                return Done;
            },
            _ => Done
        );

    private static Result<bool, Error> Done { get; } = Result.Success<bool, Error>(true);

    private static Error? Refusal(TraceReader trace) =>
        trace.Manifest.Level != TraceLevel.Full
            ? new(
                trace.Path,
                $"a trace of level {TraceLevels.NameOf(trace.Manifest.Level)}, which lacks what the actor was handed",
                "a trace of level full",
                "Record the run anew with --set trace.level=full; it gives the same run."
            )
        : trace.Manifest.Parent is not null
            ? new(
                trace.Path,
                "the trace of a fork, whose actors begin in the middle of their lives",
                "the trace of a run from its beginning",
                "Use `actoril trace verify`, or drive the actor past the parent's trace."
            )
        : null;
}
