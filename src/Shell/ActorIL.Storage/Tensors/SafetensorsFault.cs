namespace ActorIL.Storage.Tensors;

/// <summary>Where a file stopped making sense, in bytes from its start, and what stood there.</summary>
internal readonly record struct SafetensorsFault(long Offset, string Found);
