using ActorIL.Actors.Traces;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Files;
using ActorIL.Storage.Mcap;

namespace ActorIL.Storage.Traces;

/// <summary>
/// Writes a part of a trace as a trace of its own: the same records under the same channels, the manifest, and a mark
/// that says it is an excerpt. Its chunks give the chain values of the stretches they were taken from.
/// </summary>
public sealed class TraceExcerptWriter
{
    private const string Wanted = "an excerpt that can be written";

    private readonly McapChunkBuilder _chunk = new();
    private readonly McapWriter _writer;
    private readonly Func<TraceEntry, bool> _keeps;
    private readonly SortedSet<ulong> _blocks;
    private readonly SortedSet<ushort> _chainChannels = [];
    private ChainRecord? _stretch;
    private McapMessage _lastChain;
    private long _keptCount;
    private long _readCount;

    private TraceExcerptWriter(McapWriter writer, Func<TraceEntry, bool> keeps, SortedSet<ulong> blocks) =>
        (_writer, _keeps, _blocks) = (writer, keeps, blocks);

    /// <summary>Writes an excerpt beside its final name and renames it; an existing file is refused.</summary>
    /// <param name="source">The trace.</param>
    /// <param name="target">The excerpt, which does not exist.</param>
    /// <param name="filter">What is kept, in words.</param>
    /// <param name="filterOf">
    /// Says of each entry in turn whether it is kept; called twice, once for each reading. Blocks are not asked about:
    /// those that kept deliveries name are kept.
    /// </param>
    public static Result<ExcerptReport, Error> Write(
        TraceReader source,
        string target,
        string filter,
        Func<Func<TraceEntry, bool>> filterOf
    )
    {
        if (File.Exists(target) || Directory.Exists(target))
        {
            return Result.Failure<ExcerptReport, Error>(
                new(target, "a file that exists", "a new file", "Choose another name, or delete the file first.")
            );
        }

        var partial = target + AtomicFile.PartialEnding;
        return Mentioned(source, filterOf())
            .Then(blocks =>
                FileEdge.Try(
                    target,
                    Wanted,
                    () => Write(source, partial, new(source.Path, filter), filterOf(), blocks, target)
                )
            );
    }

    private static Result<ExcerptReport, Error> Write(
        TraceReader source,
        string partial,
        TraceExcerpt excerpt,
        Func<TraceEntry, bool> keeps,
        SortedSet<ulong> blocks,
        string target
    )
    {
        try
        {
            return Begin(source, partial, excerpt)
                .Then(writer =>
                {
                    using (writer)
                    {
                        return new TraceExcerptWriter(writer, keeps, blocks).Copy(source, target);
                    }
                })
                .Map(report =>
                {
                    File.Move(partial, target, overwrite: false);
                    return report;
                });
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private static Result<McapWriter, Error> Begin(TraceReader source, string partial, TraceExcerpt excerpt) =>
        FileEdge
            .Try(
                partial,
                Wanted,
                () =>
                    Result.Success<FileStream, Error>(
                        new(partial, FileMode.Create, FileAccess.ReadWrite, FileShare.None)
                    )
            )
            .Then(stream =>
                McapWriter
                    .Start(stream, partial, new(TraceReader.Profile, "actoril-trace/1"))
                    .Then(writer =>
                        writer
                            .WriteMetadata(new(ManifestText.RecordName, ManifestText.Entries(source.Manifest)))
                            .Then(_ => writer.WriteMetadata(excerpt.Mark))
                            .Map(_ => writer)
                    )
                    .MapError(error =>
                    {
                        stream.Dispose();
                        return error;
                    })
            );

    /// <summary>The blocks that kept deliveries name: they may stand long before them.</summary>
    private static Result<SortedSet<ulong>, Error> Mentioned(TraceReader source, Func<TraceEntry, bool> keeps)
    {
        var hashes = new SortedSet<ulong>();
        foreach (var result in source.Entries())
        {
            if (
                result.Match(entry => keeps(entry) ? entry.Delivery : null, _ => null) is
                { Record.Payload.IsEmpty: false } kept
            )
            {
                _ = FieldTree
                    .Read(kept.Record.Payload.AsSpan(), kept.Channel.Payload)
                    .Match(node => MentionedBlocks.Collect(node, hashes), _ => false);
            }
        }

        return Result.Success<SortedSet<ulong>, Error>(hashes);
    }

    private Result<ExcerptReport, Error> Copy(TraceReader source, string target) =>
        McapReader
            .Open(source.Path, McapReadOptions.Own)
            .Then(file =>
            {
                using (file)
                {
                    return Copy(file, target, source.HasAll);
                }
            });

    private Result<ExcerptReport, Error> Copy(McapReader file, string target, bool hasAll)
    {
        var decoding = new ChunkDecoding(file.Name, hasAll);
        Error? problem = null;
        foreach (var step in file.Chunks())
        {
            var copied = step.Then(record => decoding.Decode(record).Then(entries => Copy(record, [.. entries])));
            problem = copied.Match<Error?>(_ => null, error => error);
            if (problem is not null)
            {
                break;
            }
        }

        return _keptCount == 0
            ? Result.Failure<ExcerptReport, Error>(
                new(file.Name, "no delivery that fits the filter", "at least one", "`actoril trace ls` tries a filter.")
            )
            : EndChunk()
                .Then(_ => _writer.Close())
                .Map(length => new ExcerptReport(target, _keptCount, _readCount, length, problem));
    }

    private Result<bool, Error> Copy(McapRecord record, TraceEntry[] entries) =>
        record.Match(
            _ => Nothing,
            _ => Nothing,
            _ => Nothing,
            _ => Nothing,
            chunk => Copy(chunk.Value, entries),
            _ => Nothing,
            _ => Nothing,
            _ => Nothing
        );

    private static Result<bool, Error> Nothing { get; } = Result.Success<bool, Error>(true);

    private Result<bool, Error> Copy(McapChunk chunk, TraceEntry[] entries)
    {
        foreach (var schema in chunk.Survey.Schemas)
        {
            _chunk.Add(schema);
        }

        foreach (var channel in chunk.Survey.Channels)
        {
            _chunk.Add(channel);
            if (channel.Topic == TraceTopics.Chain)
            {
                _chainChannels.Add(channel.Id);
            }
        }

        // Every message but the chain values is an entry, in the same order.
        var next = 0;
        foreach (var message in chunk.Messages())
        {
            if (_chainChannels.Contains(message.ChannelId))
            {
                Extend(message);
            }
            else if (IsKept(entries[next++]))
            {
                _chunk.AddMessage(
                    message.ChannelId,
                    message.Sequence,
                    message.LogTime,
                    message.PublishTime,
                    message.Data.Span
                );
            }
        }

        return _chunk.Length >= TraceRecorder.ChunkLength ? EndChunk() : Nothing;
    }

    private bool IsKept(TraceEntry entry)
    {
        if (entry.Block is { } block)
        {
            return _blocks.Contains(block.Hash);
        }

        var isKept = _keeps(entry);
        if (entry.Delivery is not null)
        {
            _readCount++;
            _keptCount += isKept ? 1 : 0;
        }

        return isKept;
    }

    private void Extend(McapMessage message)
    {
        var chain = FieldCodec.Read<ChainRecord>(message.Data.Span, _ => null).Require();
        _stretch = _stretch is { } stretch
            ? stretch with
            {
                LastOrdinal = chain.LastOrdinal,
                After = chain.After,
            }
            : chain;
        _lastChain = message;
    }

    private Result<bool, Error> EndChunk()
    {
        if (_stretch is not { } stretch)
        {
            return Nothing;
        }

        _stretch = null;
        var buffer = new FieldBuffer();
        FieldCodec.Write(stretch, buffer);
        _chunk.AddMessage(_lastChain.ChannelId, 0, _lastChain.LogTime, _lastChain.PublishTime, buffer.Written);
        return _writer.Write(_chunk.Seal()).Map(_ => true);
    }
}
