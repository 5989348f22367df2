using System.Globalization;
using ActorIL.Actors.Traces;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Mcap;
using ActorIL.Storage.Schemas;

namespace ActorIL.Storage.Traces;

/// <summary>Reads the messages of one channel of a trace.</summary>
internal sealed class ChannelDecoder
{
    private readonly Func<ReadOnlyMemory<byte>, ChunkState, string?> _decode;

    private ChannelDecoder(Func<ReadOnlyMemory<byte>, ChunkState, string?> decode) => _decode = decode;

    /// <summary>The decoder of a channel; one whose schema cannot be read is an error.</summary>
    public static Result<ChannelDecoder, Error> Of(McapChannel channel, McapSchema schema) =>
        channel.Topic switch
        {
            TraceTopics.Digests => Own<DigestRecord>((record, state) => Add(state, new TraceEntry.Digested(record))),
            TraceTopics.Lifecycle => Own<LifecycleRecord>(
                (record, state) => Add(state, new TraceEntry.Happened(record))
            ),
            TraceTopics.Blocks => Own<BlockRecord>((record, state) => Add(state, new TraceEntry.Numbers(record))),
            TraceTopics.Ending => Own<EndingRecord>((record, state) => Add(state, new TraceEntry.Ended(record))),
            TraceTopics.Chain => Own<ChainRecord>(
                (record, state) =>
                {
                    state.End = record;
                    return null;
                }
            ),
            _ => Deliveries(channel, schema),
        };

    /// <summary>Takes a message into the state of its chunk; what is wrong with it, or null.</summary>
    public string? Decode(ReadOnlyMemory<byte> bytes, ChunkState state) => _decode(bytes, state);

    private static Result<ChannelDecoder, Error> Deliveries(McapChannel channel, McapSchema schema) =>
        ProtobufSchemas
            .Read(schema)
            .Map(description =>
            {
                var message = channel.Metadata.TryGet(TraceTopics.MessageKey, out var text) ? NameOf(text) : default;
                var known = new TraceChannel(
                    channel.Topic,
                    message,
                    TraceSchemas.PayloadOf(description) ?? new(message, [], [])
                );
                return new ChannelDecoder(
                    (bytes, state) =>
                        FieldCodec
                            .Read<DeliveryRecord>(bytes.Span, _ => null)
                            .Match(
                                record =>
                                    state.Take(new TraceEntry.Delivered(known, record))
                                        ? null
                                        : string.Create(
                                            CultureInfo.InvariantCulture,
                                            $"delivery {record.Ordinal} after a later one"
                                        ),
                                error => error.Found
                            )
                );
            });

    private static Result<ChannelDecoder, Error> Own<T>(Func<T, ChunkState, string?> take)
        where T : IFields<T> =>
        Result.Success<ChannelDecoder, Error>(
            new(
                (bytes, state) =>
                    FieldCodec.Read<T>(bytes.Span, _ => null).Match(record => take(record, state), error => error.Found)
            )
        );

    private static string? Add(ChunkState state, TraceEntry entry)
    {
        state.Entries.Add(entry);
        return null;
    }

    // "name/version", as a type name writes itself.
    private static TypeName NameOf(string text)
    {
        var slash = text.LastIndexOf('/');
        return slash >= 0 && int.TryParse(text.AsSpan(slash + 1), CultureInfo.InvariantCulture, out var version)
            ? new(text[..slash], version)
            : new(text, 0);
    }
}
