namespace ActorIL.Storage.Mcap;

/// <summary>A stream of messages of one kind.</summary>
/// <param name="Id">Unique in its file.</param>
/// <param name="SchemaId">The schema of its messages; 0 for none.</param>
/// <param name="Topic">What the stream is called.</param>
/// <param name="MessageEncoding">Such as <c>protobuf</c>.</param>
/// <param name="Metadata">Anything else.</param>
public sealed record McapChannel(ushort Id, ushort SchemaId, string Topic, string MessageEncoding, McapMap Metadata);
