using System.Collections.Immutable;
using ActorIL.Actors.Behaviors;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Mcap;
using ActorIL.Storage.Schemas;

namespace ActorIL.Storage.Traces;

/// <summary>
/// The channels of a trace in the order of their first use, which is the same in every recording of a run.
/// </summary>
internal sealed class TraceChannels
{
    private readonly Dictionary<(TypeName Role, TypeName Message), ushort> _deliveries = [];
    private readonly SortedDictionary<string, ushort> _schemas = new(StringComparer.Ordinal);
    private readonly List<ChannelState> _channels = [];

    /// <summary>Channels so far, by id.</summary>
    public ImmutableArray<ChannelState> State => [.. _channels];

    /// <summary>Takes up what a trace already has.</summary>
    public void Learn(ImmutableArray<ChannelState> channels)
    {
        _channels.AddRange(channels);
        foreach (var channel in channels)
        {
            _schemas[channel.SchemaName] = (ushort)channel.SchemaId;
        }
    }

    /// <summary>The channel of deliveries of a message type to a role; written to the chunk when it is new.</summary>
    public ushort Deliveries(TypeName role, MessageType type, McapChunkBuilder chunk)
    {
        if (!_deliveries.TryGetValue((role, type.Name), out var channel))
        {
            channel = Find(
                TraceTopics.Deliveries(role, type.Name),
                () => TraceSchemas.Delivery(type),
                McapMap.Of((TraceTopics.RoleKey, role.ToString()), (TraceTopics.MessageKey, type.Name.ToString())),
                chunk
            );
            _deliveries.Add((role, type.Name), channel);
        }

        return channel;
    }

    /// <summary>The channel of the trace's own records of a type; written to the chunk when it is new.</summary>
    public ushort Records<T>(string topic, McapChunkBuilder chunk)
        where T : IFields<T> => Find(topic, FieldCodec.Describe<T>, McapMap.Empty, chunk);

    private ushort Find(string topic, Func<RecordDescription> describe, McapMap metadata, McapChunkBuilder chunk)
    {
        foreach (var known in _channels)
        {
            if (known.Topic == topic)
            {
                return (ushort)known.Id;
            }
        }

        var (schema, id) = Schema(describe(), chunk);
        var channel = new McapChannel(Number(_channels.Count), id, topic, ProtobufSchemas.Encoding, metadata);
        chunk.Add(channel);
        _channels.Add(new(topic, channel.Id, schema, id));
        return channel.Id;
    }

    private (string Name, ushort Id) Schema(RecordDescription description, McapChunkBuilder chunk)
    {
        // A message whose fields have no valid names is a mistake in its type, found when it is first recorded.
        var schema = ProtobufSchemas.Of(description);
        if (!_schemas.TryGetValue(schema.Name, out var id))
        {
            id = Number(_schemas.Count);
            chunk.Add(new McapSchema(id, schema.Name, ProtobufSchemas.Encoding, schema.Data));
            _schemas.Add(schema.Name, id);
        }

        return (schema.Name, id);
    }

    // From 1, since schema 0 means none.
    private static ushort Number(int count) => checked((ushort)(count + 1));
}
