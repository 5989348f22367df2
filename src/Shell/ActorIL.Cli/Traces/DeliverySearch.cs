using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Actors.Traces;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Traces;

namespace ActorIL.Cli.Traces;

/// <summary>Finds a delivery and what led to it, with bounded memory however long the trace is.</summary>
/// <param name="trace">Where to look.</param>
internal sealed class DeliverySearch(TraceReader trace)
{
    private const int CauseCountMax = 5;

    // Deliveries kept to look up causes in; one further back takes another reading.
    private const int RecentCount = 4_096;

    private readonly TraceScan _scan = new(trace);
    private readonly SortedDictionary<ulong, string> _paths = [];
    private readonly Queue<TraceEntry.Delivered> _recent = [];

    /// <summary>Paths of the actors the trace names up to what was found.</summary>
    public ImmutableSortedDictionary<ulong, string> Paths => _paths.ToImmutableSortedDictionary();

    /// <summary>The delivery of an ordinal, or why it is not there.</summary>
    public Result<TraceEntry.Delivered, Error> Find(long ordinal)
    {
        _recent.Clear();
        var last = 0L;
        foreach (var entry in _scan.Entries())
        {
            if (entry.Event is { } happened)
            {
                _paths[happened.Actor] = happened.Path;
            }

            if (entry.Delivery is not { } delivered)
            {
                continue;
            }

            last = delivered.Record.Ordinal;
            Learn(delivered.Record);
            if (last == ordinal)
            {
                return Result.Success<TraceEntry.Delivered, Error>(delivered);
            }

            if (last > ordinal)
            {
                break;
            }

            Remember(delivered);
        }

        return Result.Failure<TraceEntry.Delivered, Error>(Missing(ordinal, last));
    }

    /// <summary>The deliveries that led to the one found last, the nearest first, at most five.</summary>
    public ImmutableArray<TraceEntry.Delivered> CausesOf(TraceEntry.Delivered found)
    {
        var causes = ImmutableArray.CreateBuilder<TraceEntry.Delivered>();
        var cause = found.Record.Cause;
        while (causes.Count < CauseCountMax && cause > 0)
        {
            var delivered =
                _recent.FirstOrDefault(recent => recent.Record.Ordinal == cause)
                ?? Find(cause).Match<TraceEntry.Delivered?>(again => again, _ => null);
            if (delivered is null)
            {
                break;
            }

            causes.Add(delivered);
            cause = delivered.Record.Cause;
        }

        return causes.ToImmutable();
    }

    private void Learn(DeliveryRecord record)
    {
        _paths[record.To] = record.ToPath;
        if (record.FromPath.Length > 0)
        {
            _paths[record.SentKey.From.Value] = record.FromPath;
        }
    }

    private void Remember(TraceEntry.Delivered delivered)
    {
        if (_recent.Count == RecentCount)
        {
            _recent.Dequeue();
        }

        _recent.Enqueue(delivered with { Record = delivered.Record with { Payload = [] } });
    }

    private Error Missing(long ordinal, long last)
    {
        var level = trace.Manifest.Level;
        return level < TraceLevel.Keys
            ? new(
                trace.Path,
                $"a trace of level {TraceLevels.NameOf(level)}, which holds no deliveries",
                "level keys, actions or full",
                "`actoril trace step` computes them again; trace.level=keys records them."
            )
            : new(
                trace.Path,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"no delivery {ordinal}: {(last > ordinal ? "it is left out" : $"the last one is {last}")}"
                ),
                "a delivery of the trace",
                _scan.Problem is null
                    ? "`actoril trace ls` shows which there are."
                    : "The trace is not whole: `actoril trace info` says how much of it is."
            );
    }
}
