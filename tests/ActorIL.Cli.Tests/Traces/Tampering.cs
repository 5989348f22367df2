using System.Buffers.Binary;
using ActorIL.Actors.Ordering;
using ActorIL.Actors.Traces;
using ActorIL.Core.Fields;
using ActorIL.Core.Hashing;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Mcap;
using ActorIL.Storage.Schemas;
using ActorIL.Storage.Traces;

namespace ActorIL.Cli.Tests.Traces;

/// <summary>Changes what a trace says so that only the run can tell: hashes and chain are made anew.</summary>
internal sealed class Tampering
{
    private readonly SortedDictionary<ushort, McapChannel> _channels = [];
    private readonly SortedDictionary<ushort, RecordDescription?> _payloads = [];
    private readonly SortedDictionary<ushort, McapSchema> _schemas = [];
    private readonly string _field;
    private HashChain _chain = HashChain.Empty;
    private bool _isDone;

    private Tampering(string field) => _field = field;

    /// <summary>Writes a copy in which the first float of that name is one unit in the last place higher.</summary>
    public static void ChangeFloat(string path, string copy, string field)
    {
        using var reader = McapReader.Open(path, McapReadOptions.Own).Require();
        using var stream = new FileStream(copy, FileMode.Create, FileAccess.ReadWrite);
        using var writer = McapWriter.Start(stream, copy, new(TraceReader.Profile, "")).Require();
        var tampering = new Tampering(field);
        foreach (var record in reader.Chunks())
        {
            record
                .Require()
                .Match(
                    _ => true,
                    _ => true,
                    _ => true,
                    _ => true,
                    chunk => writer.Write(tampering.Change(chunk.Value)).Require().Length > 0,
                    _ => true,
                    metadata => writer.WriteMetadata(metadata.Value).Require().Length > 0,
                    _ => true
                );
        }

        writer.Close().Require();
        Assert.True(tampering._isDone, $"No float named {field}.");
    }

    private McapSealedChunk Change(McapChunk chunk)
    {
        var builder = new McapChunkBuilder();
        foreach (var record in chunk.Records())
        {
            record.Match(
                _ => true,
                schema => Know(builder, schema.Value),
                channel => Know(builder, channel.Value),
                message => Write(builder, message.Value),
                _ => true,
                _ => true,
                _ => true,
                _ => true
            );
        }

        return builder.Seal();
    }

    private bool Know(McapChunkBuilder builder, McapSchema schema)
    {
        _schemas[schema.Id] = schema;
        builder.Add(schema);
        return true;
    }

    private bool Know(McapChunkBuilder builder, McapChannel channel)
    {
        _channels[channel.Id] = channel;
        var schema = ProtobufSchemas.Read(_schemas[channel.SchemaId]).Require();
        _payloads[channel.Id] = schema.Mentioned.FirstOrDefault(mentioned =>
            schema.Fields.Any(field => field.Number == DeliveryRecord.PayloadNumber && field.Nested == mentioned.Name)
        )
            is { } payload
            ? payload with
            {
                Mentioned = schema.Mentioned,
            }
            : null;
        builder.Add(channel);
        return true;
    }

    private bool Write(McapChunkBuilder builder, McapMessage message)
    {
        var data = _channels[message.ChannelId].Topic switch
        {
            TraceTopics.Chain => Chain(message),
            TraceTopics.Digests or TraceTopics.Lifecycle or TraceTopics.Blocks or TraceTopics.Ending =>
                message.Data.ToArray(),
            _ => Delivery(message),
        };
        builder.AddMessage(message.ChannelId, message.Sequence, message.LogTime, message.PublishTime, data);
        return true;
    }

    private byte[] Chain(McapMessage message)
    {
        var record = FieldCodec.Read<ChainRecord>(message.Data.Span, _ => null).Require();
        return [.. FieldCodec.Bytes(record with { After = _chain.Value })];
    }

    private byte[] Delivery(McapMessage message)
    {
        var record = FieldCodec.Read<DeliveryRecord>(message.Data.Span, _ => null).Require();
        if (!_isDone && _payloads[message.ChannelId] is { } payload)
        {
            record = Changed(record, payload);
        }

        var name = _channels[message.ChannelId].Metadata.TryGet(TraceTopics.MessageKey, out var text) ? text : "";
        var slash = name.LastIndexOf('/');
        var type = new TypeName(name[..slash], int.Parse(name[(slash + 1)..], null));
        _chain = _chain.Append(DeliveryHash.Of(record.Key, type.Hash, record.PayloadHash));
        return [.. FieldCodec.Bytes(record)];
    }

    private DeliveryRecord Changed(DeliveryRecord record, RecordDescription payload)
    {
        var node = FieldTree.Read(record.Payload.AsSpan(), payload).Require();
        var leaf = FieldLeaves
            .Of(node)
            .FirstOrDefault(leaf =>
                leaf.Width == 32 && leaf.Bits != 0 && leaf.Path.Contains(_field, StringComparison.Ordinal)
            );
        if (leaf.Width != 32)
        {
            return record;
        }

        Span<byte> bits = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bits, (uint)leaf.Bits);
        var bytes = record.Payload.AsSpan().ToArray();
        var place = bytes.AsSpan().IndexOf(bits);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(place), (uint)leaf.Bits + 1);
        _isDone = true;
        return record with { Payload = [.. bytes], PayloadHash = ContentHash.Of(bytes) };
    }
}
