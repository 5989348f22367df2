namespace ActorIL.Storage.Mcap;

/// <summary>Where a metadata record stands: a hint, which the record itself must confirm.</summary>
public sealed record McapMetadataIndex(ulong Offset, ulong Length, string Name);
