using ActorIL.Core.Prelude;

namespace ActorIL.Storage.Mcap;

/// <summary>What the summary of a file will say, kept while its data is written.</summary>
internal sealed class McapTally
{
    private readonly McapCatalog _catalog = new();
    private readonly SortedDictionary<ushort, ulong> _messageCounts = [];
    private readonly List<McapChunkIndex> _chunks = [];
    private readonly List<McapAttachmentIndex> _attachments = [];
    private readonly List<McapMetadataIndex> _metadata = [];
    private ulong _startTime = ulong.MaxValue;
    private ulong _endTime;

    /// <summary>Takes in a chunk that stands at this place, its message indexes right after it.</summary>
    /// <exception cref="InvalidOperationException">A channel or schema is used before it was added.</exception>
    public void Add(McapPlace place, McapChunkSurvey survey, int recordsLength)
    {
        if (_catalog.Add(survey) is { Length: > 0 } fault)
        {
            throw new InvalidOperationException($"A chunk has {fault}.");
        }

        var offset = (ulong)place.End;
        var indexes = new List<McapIndexOffset>();
        foreach (var index in survey.Indexes)
        {
            indexes.Add(new(index.ChannelId, offset));
            offset += IndexLength(index);
            _messageCounts[index.ChannelId] =
                _messageCounts.GetValueOrDefault(index.ChannelId) + (ulong)index.Entries.Count;
        }

        _chunks.Add(
            new(
                survey.StartTime,
                survey.EndTime,
                (ulong)place.Offset,
                (ulong)place.Length,
                EquatableArray.From(indexes),
                offset - (ulong)place.End,
                "",
                (ulong)recordsLength,
                (ulong)recordsLength
            )
        );
        if (survey.MessageCount > 0)
        {
            _startTime = Math.Min(_startTime, survey.StartTime);
            _endTime = Math.Max(_endTime, survey.EndTime);
        }
    }

    public void Add(McapPlace place, McapAttachment attachment) =>
        _attachments.Add(
            new(
                (ulong)place.Offset,
                (ulong)place.Length,
                attachment.LogTime,
                attachment.CreateTime,
                (ulong)attachment.Data.Length,
                attachment.Name,
                attachment.MediaType
            )
        );

    public void Add(McapPlace place, McapMetadata metadata) =>
        _metadata.Add(new((ulong)place.Offset, (ulong)place.Length, metadata.Name));

    public McapSummary Summary() =>
        new(
            _catalog.Schemas,
            _catalog.Channels,
            new(
                _messageCounts.Values.Aggregate(0UL, (sum, count) => sum + count),
                (ushort)_catalog.SchemaCount,
                (uint)_catalog.ChannelCount,
                (uint)_attachments.Count,
                (uint)_metadata.Count,
                (uint)_chunks.Count,
                _messageCounts.Count == 0 ? 0 : _startTime,
                _endTime,
                EquatableArray.From(_messageCounts.Select(pair => new McapChannelCount(pair.Key, pair.Value)))
            ),
            EquatableArray.From(_chunks),
            EquatableArray.From(_attachments),
            EquatableArray.From(_metadata)
        );

    // Head of the record, channel, length of the array, then a time and an offset for each message.
    private static ulong IndexLength(McapMessageIndex index) =>
        McapBuffer.HeadLength + 2 + 4 + (16 * (ulong)index.Entries.Count);
}
