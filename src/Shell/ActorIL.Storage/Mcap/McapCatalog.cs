using ActorIL.Core.Prelude;

namespace ActorIL.Storage.Mcap;

/// <summary>
/// The schemas and channels met so far: each has one meaning in a file, and is there before it is used.
/// </summary>
internal sealed class McapCatalog
{
    private readonly SortedDictionary<ushort, McapSchema> _schemas = [];
    private readonly SortedDictionary<ushort, McapChannel> _channels = [];

    public McapCatalog() { }

    /// <summary>A catalog that knows what a summary lists.</summary>
    public McapCatalog(McapSummary summary)
    {
        foreach (var schema in summary.Schemas)
        {
            _schemas[schema.Id] = schema;
        }

        foreach (var channel in summary.Channels)
        {
            _channels[channel.Id] = channel;
        }
    }

    public EquatableArray<McapSchema> Schemas => EquatableArray.From(_schemas.Values);

    public EquatableArray<McapChannel> Channels => EquatableArray.From(_channels.Values);

    public int SchemaCount => _schemas.Count;

    public int ChannelCount => _channels.Count;

    public bool HasChannel(ushort id) => _channels.ContainsKey(id);

    /// <summary>What is wrong with a schema; empty when nothing is, and it is then known.</summary>
    public string Add(McapSchema schema)
    {
        // The format says that a schema with this id is to be ignored: it means no schema.
        if (schema.Id == 0)
        {
            return "";
        }

        return _schemas.TryAdd(schema.Id, schema) || _schemas[schema.Id] == schema
            ? ""
            : $"a second schema {schema.Id} ('{schema.Name}'), different from the first ('{_schemas[schema.Id].Name}')";
    }

    /// <summary>What is wrong with a channel; empty when nothing is, and it is then known.</summary>
    public string Add(McapChannel channel) =>
        channel.SchemaId != 0 && !_schemas.ContainsKey(channel.SchemaId)
            ? $"channel {channel.Id} ('{channel.Topic}') before its schema {channel.SchemaId}"
        : _channels.TryAdd(channel.Id, channel) || _channels[channel.Id] == channel ? ""
        : $"a second channel {channel.Id} ('{channel.Topic}'), different from the first "
            + $"('{_channels[channel.Id].Topic}')";

    /// <summary>What is wrong with the records of a chunk; empty when nothing is.</summary>
    public string Add(McapChunkSurvey survey)
    {
        foreach (var schema in survey.Schemas)
        {
            if (Add(schema) is { Length: > 0 } fault)
            {
                return fault;
            }
        }

        foreach (var channel in survey.Channels)
        {
            if (Add(channel) is { Length: > 0 } fault)
            {
                return fault;
            }
        }

        foreach (var index in survey.Indexes)
        {
            if (!HasChannel(index.ChannelId))
            {
                return $"a message of channel {index.ChannelId}, which was not met before";
            }
        }

        return "";
    }
}
