using System.Collections.Immutable;
using ActorIL.Actors.Traces;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Mcap;

namespace ActorIL.Storage.Traces;

/// <summary>Reads a trace once, from its start, and adds it up.</summary>
public sealed class TraceSurveying
{
    private readonly SortedDictionary<string, long> _messages = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> _actors = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> _boundaries = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> _events = new(StringComparer.Ordinal);
    private ChainRecord? _first;
    private ChainRecord? _last;
    private ulong? _start;
    private ulong _end;
    private long _recordedCount;
    private long _blockCount;
    private EndingRecord? _ending;
    private Error? _problem;
    private long _firstDamage = long.MaxValue;

    private TraceSurveying() { }

    /// <summary>What a trace adds up to; one that was not closed gives what of it is whole.</summary>
    public static Result<TraceSurvey, Error> Of(string path) =>
        TraceReader
            .Open(path)
            .Then(trace =>
            {
                using (trace)
                {
                    return McapReader
                        .Open(path, McapReadOptions.Own)
                        .Then(file =>
                        {
                            using (file)
                            {
                                return new TraceSurveying().Read(trace, file);
                            }
                        });
                }
            });

    private Result<TraceSurvey, Error> Read(TraceReader trace, McapReader file)
    {
        var decoding = new ChunkDecoding(file.Name, trace.HasAll);
        foreach (var record in file.Chunks())
        {
            var isGood = record.Match(found => Take(found, decoding), Refuse);
            if (!isGood)
            {
                break;
            }
        }

        return TraceExcerpt
            .Of(file)
            .Then(excerpt =>
                _problem is null
                    ? Result.Success<TraceSurvey, Error>(Survey(trace, excerpt, trace.Length))
                    : McapScan
                        .Scan(file.Name, McapReadOptions.Own)
                        .Map(scan => Survey(trace, excerpt, Math.Min(scan.ValidLength, _firstDamage)))
            );
    }

    private bool Take(McapRecord record, ChunkDecoding decoding) =>
        decoding
            .Decode(record)
            .Match(
                entries =>
                {
                    Take(record);
                    foreach (var entry in entries)
                    {
                        Take(entry);
                    }

                    return true;
                },
                error =>
                {
                    _firstDamage = ChunkOf(record)?.Place.Offset ?? _firstDamage;
                    return Refuse(error);
                }
            );

    private bool Refuse(Error error)
    {
        _problem = error;
        return false;
    }

    private void Take(McapRecord record)
    {
        if (ChunkOf(record) is not { MessageCount: > 0 } chunk)
        {
            return;
        }

        _start ??= chunk.StartTime;
        _end = Math.Max(_end, chunk.EndTime);

        // A chunk that was decoded ends with its chain value.
        var chain = FieldCodec.Read<ChainRecord>(chunk.Messages().Last().Data.Span, _ => null).Require();
        _first ??= chain;
        _last = chain;
    }

    private void Take(TraceEntry entry) =>
        _ = entry.Match(
            delivered =>
            {
                _recordedCount++;
                Count(_messages, delivered.Channel.MessageOf(delivered.Record));
                return Count(_actors, delivered.Record.ToPath);
            },
            digested => Count(_boundaries, digested.Record.Boundary),
            happened => Count(_events, happened.Record.Kind),
            _ => ++_blockCount,
            ended =>
            {
                _ending = ended.Record;
                return 0;
            }
        );

    private static long Count(SortedDictionary<string, long> counts, string name)
    {
        counts.TryGetValue(name, out var before);
        return counts[name] = before + 1;
    }

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

    private TraceSurvey Survey(TraceReader trace, TraceExcerpt? excerpt, long wholeByteCount) =>
        new()
        {
            Manifest = trace.Manifest,
            Excerpt = excerpt,
            ByteCount = trace.Length,
            WholeByteCount = wholeByteCount,
            Problem = _problem,
            FirstOrdinal = _first?.FirstOrdinal ?? 1,
            LastOrdinal = _last?.LastOrdinal ?? 0,
            Chain = _last?.After ?? 0,
            RecordedCount = _recordedCount,
            Messages = _messages.ToImmutableSortedDictionary(StringComparer.Ordinal),
            Actors = _actors.ToImmutableSortedDictionary(StringComparer.Ordinal),
            Boundaries = _boundaries.ToImmutableSortedDictionary(StringComparer.Ordinal),
            Events = _events.ToImmutableSortedDictionary(StringComparer.Ordinal),
            BlockCount = _blockCount,
            StartNanoseconds = _start ?? 0,
            EndNanoseconds = _end,
            Ending = _ending,
        };
}
