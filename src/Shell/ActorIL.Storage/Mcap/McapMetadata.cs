namespace ActorIL.Storage.Mcap;

/// <summary>Texts by key, under a name.</summary>
public sealed record McapMetadata(string Name, McapMap Entries);
