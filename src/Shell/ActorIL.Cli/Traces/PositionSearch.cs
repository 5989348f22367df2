using System.Globalization;
using ActorIL.Actors.Traces;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Traces;

namespace ActorIL.Cli.Traces;

/// <summary>Finds positions in a trace, reading it as far as it must.</summary>
internal static class PositionSearch
{
    private const string RolledCase = "rolled";
    private const string RolledMessage = "learner-message";
    private const string EndingsPath = "rolled.collected.rollout.endings";

    /// <summary>The deliveries a position stands for, or why there are none.</summary>
    public static Result<TraceStretch, Error> Find(TraceReader trace, TracePosition position)
    {
        var scan = new TraceScan(trace);
        return position.Match(
            ordinal => Result.Success<TraceStretch, Error>(TraceStretch.Of(ordinal.Value)),
            round => WithDeliveries(trace, position).Then(_ => Round(trace, scan, round)),
            update => Update(trace, scan, update),
            episode => WithPayloads(trace, position).Then(_ => Episode(trace, scan, episode)),
            key => WithDeliveries(trace, position).Then(_ => Key(trace, scan, key))
        );
    }

    private static Result<TraceStretch, Error> Round(TraceReader trace, TraceScan scan, TracePosition.Round round)
    {
        var place = (round.Tick, round.Micro);
        TraceStretch? found = null;
        var (before, after) = ("", "");
        foreach (var delivered in scan.Deliveries())
        {
            var record = delivered.Record;
            var here = (record.Tick, record.Micro);
            if (here == place)
            {
                found = new(found?.First ?? record.Ordinal, record.Ordinal);
            }
            else if (here.CompareTo(place) < 0)
            {
                before = RoundOf(record);
            }
            else
            {
                after = RoundOf(record);
                break;
            }
        }

        return found is { } stretch
            ? Result.Success<TraceStretch, Error>(stretch)
            : Missing(
                trace,
                round,
                before.Length + after.Length == 0 ? "no deliveries at all"
                    : after.Length == 0 ? $"no such round: the last one is {before}"
                    : before.Length == 0 ? $"no such round: the first one is {after}"
                    : $"no such round: {before} is followed by {after}"
            );
    }

    private static Result<TraceStretch, Error> Update(TraceReader trace, TraceScan scan, TracePosition.Update update)
    {
        var last = 0L;
        foreach (var entry in scan.Entries())
        {
            if (entry.Digests is not { } digests)
            {
                continue;
            }

            last = digests.Count;
            if (digests.Count == update.Count)
            {
                return Result.Success<TraceStretch, Error>(TraceStretch.Of(digests.Ordinal));
            }
        }

        return Missing(trace, update, Only(last, "update boundaries"));
    }

    private static Result<TraceStretch, Error> Episode(TraceReader trace, TraceScan scan, TracePosition.Episode episode)
    {
        var count = 0L;
        foreach (var delivered in scan.Deliveries())
        {
            count += EndedCount(delivered);
            if (count >= episode.Count)
            {
                return Result.Success<TraceStretch, Error>(TraceStretch.Of(delivered.Record.Ordinal));
            }
        }

        return Missing(trace, episode, Only(count, "episodes of the expert's training"));
    }

    private static Result<TraceStretch, Error> Key(TraceReader trace, TraceScan scan, TracePosition.Key key)
    {
        foreach (var delivered in scan.Deliveries())
        {
            if (delivered.Record.Key == key.Value)
            {
                return Result.Success<TraceStretch, Error>(TraceStretch.Of(delivered.Record.Ordinal));
            }
        }

        return Missing(trace, key, "no delivery of this key");
    }

    /// <summary>Episodes that ended in the rollout a delivery brought to the learner.</summary>
    private static int EndedCount(TraceEntry.Delivered delivered) =>
        delivered.Channel.Message.Name == RolledMessage && CaseOf(delivered) == RolledCase
            ? FieldTree
                .Read(delivered.Record.Payload.AsSpan(), delivered.Channel.Payload)
                .Then(node => FieldPath.Find(node, EndingsPath))
                .Match(node => FieldArrays.Bytes(node).Count(ending => ending != 0), _ => 0)
            : 0;

    private static string? CaseOf(TraceEntry.Delivered delivered) =>
        delivered
            .Channel.Payload.Fields.FirstOrDefault(field =>
                field.Number == delivered.Record.Case && field.Kind == FieldKind.Case
            )
            ?.Name;

    private static Result<bool, Error> WithDeliveries(TraceReader trace, TracePosition position) =>
        trace.Manifest.Level >= TraceLevel.Keys
            ? Result.Success<bool, Error>(true)
            : Result.Failure<bool, Error>(
                LevelProblem(
                    trace,
                    position,
                    "level keys, actions or full",
                    "Name an ordinal or update:N; trace.level=keys records deliveries."
                )
            );

    private static Result<bool, Error> WithPayloads(TraceReader trace, TracePosition position) =>
        trace.Manifest.Level >= TraceLevel.Actions
            ? Result.Success<bool, Error>(true)
            : Result.Failure<bool, Error>(
                LevelProblem(
                    trace,
                    position,
                    "level actions or full",
                    "Name another kind of position; trace.level=actions records endings."
                )
            );

    private static Error LevelProblem(TraceReader trace, TracePosition position, string wanted, string remedy) =>
        new(
            $"{trace.Path}, {position}",
            $"a trace of level {TraceLevels.NameOf(trace.Manifest.Level)}, which does not hold what this asks for",
            wanted,
            remedy
        );

    private static Result<TraceStretch, Error> Missing(TraceReader trace, TracePosition position, string found) =>
        Result.Failure<TraceStretch, Error>(
            new($"{trace.Path}, {position}", found, "a position inside the trace", "`actoril trace ls` shows them.")
        );

    private static string Only(long count, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {what} in all");

    private static string RoundOf(DeliveryRecord record) =>
        string.Create(CultureInfo.InvariantCulture, $"{record.Tick}.{record.Micro}");
}
