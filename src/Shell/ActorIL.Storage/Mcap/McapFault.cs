namespace ActorIL.Storage.Mcap;

/// <summary>Where bytes stopped making sense, and what stood there.</summary>
internal readonly record struct McapFault(long Offset, string Found);
