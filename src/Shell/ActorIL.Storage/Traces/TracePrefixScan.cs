using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Actors.Snapshots;
using ActorIL.Actors.Traces;
using ActorIL.Core.Hashing;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Checkpoints;
using ActorIL.Storage.Mcap;

namespace ActorIL.Storage.Traces;

/// <summary>Finds the longest stretch of a trace that is whole: its container, its chunks, and its chain.</summary>
internal sealed class TracePrefixScan
{
    private readonly TraceReader _trace;
    private readonly ChunkDecoding _decoding;
    private readonly SortedDictionary<ushort, string> _schemas = [];
    private readonly SortedDictionary<ushort, ChannelState> _channels = [];
    private TracePrefix _whole;
    private TracePrefix _pending;

    private TracePrefixScan(TraceReader trace, ClockSnapshot? beginning)
    {
        (_trace, _decoding) = (trace, new(trace.Path, trace.HasAll));
        _whole = new()
        {
            FileLength = trace.Length,
            IsClosed = false,
            Length = 0,
            ChunkCount = 0,
            LastOrdinal = beginning?.DeliveryCount ?? 0,
            Chain = beginning?.Chain ?? HashChain.Empty.Value,
            Ending = null,
            DeadLetterCount = beginning?.DeadLetterCount ?? 0,
            End = TraceClock.At(beginning?.Tick ?? 0, beginning?.Micro ?? 0, trace.Manifest.TickNanoseconds),
            Channels = [],
            Cause = "",
        };
        _pending = _whole;
    }

    /// <summary>Goes through a trace; one without a manifest, or a fork without its beginning, is an error.</summary>
    public static Result<TracePrefix, Error> Run(TraceReader trace, Stream stream) =>
        BeginningOf(trace)
            .Then(beginning =>
                McapSource
                    .Of(stream, trace.Path, trace.Length)
                    .Map(source => new TracePrefixScan(trace, beginning).Scan(new(source, McapReadOptions.Own)))
            );

    private TracePrefix Scan(McapWalk walk)
    {
        var cause = "";
        foreach (var step in walk.Records(withChunkRecords: false))
        {
            cause = step.Then(Take).Match(_ => "", error => error.Found);
            if (cause.Length > 0)
            {
                break;
            }

            // A chunk counts once all of its message indexes are there.
            if (walk.IsAtBorder && !walk.HasDataEnd)
            {
                _whole = _pending with { Length = walk.ValidLength, Channels = [.. _channels.Values] };
            }
        }

        return _whole with
        {
            IsClosed = walk.IsClosed && cause.Length == 0,
            Cause = cause,
        };
    }

    private Result<bool, Error> Take(McapRecord record) =>
        _decoding
            .Decode(record)
            .Then(entries =>
                _pending.ChunkCount == 0 && _decoding.Last is { } first && !IsBeginning(first)
                    ? Result.Failure<bool, Error>(NoBeginning(first))
                    : Keep(record, entries)
            );

    private bool IsBeginning(ChainRecord first) =>
        (first.FirstOrdinal, first.Before) == (_pending.LastOrdinal + 1, _pending.Chain);

    private Result<bool, Error> Keep(McapRecord record, ImmutableArray<TraceEntry> entries)
    {
        if (ChunkOf(record) is not { } chunk)
        {
            return Result.Success<bool, Error>(true);
        }

        foreach (var inside in chunk.Records())
        {
            Learn(inside);
        }

        var last = _decoding.Last!;
        _pending = _pending with
        {
            ChunkCount = _pending.ChunkCount + 1,
            LastOrdinal = last.LastOrdinal,
            Chain = last.After,
            Ending = entries.Select(entry => entry.Ending).LastOrDefault(ending => ending is not null),
            DeadLetterCount =
                _pending.DeadLetterCount + entries.Count(entry => entry.Event is { Kind: LifecycleRecords.DeadLetter }),
            End = new(chunk.EndTime),
        };
        return Result.Success<bool, Error>(true);
    }

    private void Learn(McapRecord record) =>
        record.Match(
            _ => true,
            schema => _schemas.TryAdd(schema.Value.Id, schema.Value.Name),
            channel =>
                _channels.TryAdd(
                    channel.Value.Id,
                    new(
                        channel.Value.Topic,
                        channel.Value.Id,
                        _schemas.GetValueOrDefault(channel.Value.SchemaId, ""),
                        channel.Value.SchemaId
                    )
                ),
            _ => true,
            _ => true,
            _ => true,
            _ => true,
            _ => true
        );

    private Error NoBeginning(ChainRecord found) =>
        new(
            _trace.Path,
            string.Create(
                CultureInfo.InvariantCulture,
                $"a first chunk that begins with delivery {found.FirstOrdinal} and the chain {found.Before:x16}"
            ),
            "the beginning of the run",
            "The file was cut by another program."
        );

    private static McapChunk? ChunkOf(McapRecord record) =>
        record.Match<McapChunk?>(
            _ => null,
            _ => null,
            _ => null,
            _ => null,
            chunk => chunk.Value,
            _ => null,
            _ => null,
            _ => null
        );

    private static Result<ClockSnapshot?, Error> BeginningOf(TraceReader trace)
    {
        if (trace.Manifest.Parent is null)
        {
            return Result.Success<ClockSnapshot?, Error>(null);
        }

        return
            trace.Attachments.FirstOrDefault(attachment => attachment.Name == OpenTrace.BeginningName) is { } beginning
            ? RunCheckpointFile
                .Read(beginning.Data, $"{trace.Path}, {OpenTrace.BeginningName}")
                .Map<ClockSnapshot?>(checkpoint => checkpoint.Snapshot.Clock)
            : Result.Failure<ClockSnapshot?, Error>(
                new(
                    trace.Path,
                    "a fork without the snapshot it begins with",
                    "the trace of a fork up to its first round at least",
                    "Nothing of it can be kept; fork the parent once more."
                )
            );
    }
}
