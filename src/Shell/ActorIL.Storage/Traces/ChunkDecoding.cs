using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Actors.Ordering;
using ActorIL.Actors.Traces;
using ActorIL.Core.Fields;
using ActorIL.Core.Hashing;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Mcap;

namespace ActorIL.Storage.Traces;

/// <summary>
/// Turns the chunks of a trace, in their order, into what they say. A chunk is taken as a whole: its deliveries must be
/// numbered on from the last one's and give the chain value it ends with.
/// </summary>
/// <param name="path">What errors call the file.</param>
/// <param name="hasAll">
/// Whether every delivery must be there: those of level seed and of excerpts have only some.
/// </param>
internal sealed class ChunkDecoding(string path, bool hasAll)
{
    private static readonly Result<ImmutableArray<TraceEntry>, Error> Nothing = Result.Success<
        ImmutableArray<TraceEntry>,
        Error
    >([]);

    private readonly Dictionary<ushort, McapSchema> _schemas = [];
    private readonly Dictionary<ushort, ChannelDecoder> _channels = [];
    private HashChain? _chain;
    private long _lastOrdinal;

    /// <summary>How the last chunk that was taken ends; null before the first.</summary>
    public ChainRecord? Last { get; private set; }

    /// <summary>What a record says; nothing where it is no chunk.</summary>
    public Result<ImmutableArray<TraceEntry>, Error> Decode(McapRecord record) =>
        record.Match(
            _ => Nothing,
            _ => Nothing,
            _ => Nothing,
            _ => Nothing,
            chunk => Decode(chunk.Value),
            _ => Nothing,
            _ => Nothing,
            _ => Nothing
        );

    private Result<ImmutableArray<TraceEntry>, Error> Decode(McapChunk chunk)
    {
        var state = new ChunkState();
        foreach (var record in chunk.Records())
        {
            var problem = record.Match(
                _ => null,
                schema => Know(schema.Value),
                channel => Know(channel.Value),
                message => Take(message.Value, state),
                _ => null,
                _ => null,
                _ => null,
                _ => null
            );
            if (problem is not null)
            {
                return Damaged(chunk, problem);
            }
        }

        return Check(state) is { } fault
            ? Damaged(chunk, fault)
            : Result.Success<ImmutableArray<TraceEntry>, Error>(state.Entries.ToImmutable());
    }

    private string? Know(McapSchema schema)
    {
        _schemas[schema.Id] = schema;
        return null;
    }

    private string? Know(McapChannel channel) =>
        _schemas.TryGetValue(channel.SchemaId, out var schema)
            ? ChannelDecoder
                .Of(channel, schema)
                .Match<string?>(
                    decoder =>
                    {
                        _channels[channel.Id] = decoder;
                        return null;
                    },
                    error => error.Found
                )
            : $"the channel {channel.Topic} without a schema";

    private string? Take(McapMessage message, ChunkState state)
    {
        if (!_channels.TryGetValue(message.ChannelId, out var channel))
        {
            return "a message without a channel";
        }

        if (state.End is not null)
        {
            return "a message after the chain value that ends a chunk";
        }

        return channel.Decode(message.Data, state);
    }

    /// <summary>What is wrong with a chunk as a whole; null where nothing is, and it is then taken.</summary>
    private string? Check(ChunkState state)
    {
        if (state.End is not { } end)
        {
            return "a chunk that does not end with a chain value";
        }

        if (_chain is { } before && before.Value != end.Before)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"a chunk that goes on from the chain {end.Before:x16} after one that ends with {before}"
            );
        }

        if (_chain is not null && end.FirstOrdinal != _lastOrdinal + 1)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"a chunk that goes on with delivery {end.FirstOrdinal} after delivery {_lastOrdinal}"
            );
        }

        if (hasAll && !state.IsComplete)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"other deliveries than {end.FirstOrdinal} to {end.LastOrdinal}, which the chunk says it has"
            );
        }

        if (state.IsComplete && state.Chain(new(end.Before)).Value != end.After)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"deliveries {end.FirstOrdinal} to {end.LastOrdinal} that do not give the chain {end.After:x16}"
            );
        }

        (_chain, _lastOrdinal) = (new(end.After), end.LastOrdinal);
        Last = end;
        return null;
    }

    private Result<ImmutableArray<TraceEntry>, Error> Damaged(McapChunk chunk, string found) =>
        Result.Failure<ImmutableArray<TraceEntry>, Error>(
            new(
                string.Create(CultureInfo.InvariantCulture, $"{path}, byte {chunk.Place.Offset}"),
                found,
                "a chunk as a recorder writes it",
                "The file is damaged: `actoril trace repair` keeps what comes before."
            )
        );
}
