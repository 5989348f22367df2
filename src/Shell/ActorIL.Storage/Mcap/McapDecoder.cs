namespace ActorIL.Storage.Mcap;

/// <summary>Reads one kind of record from its fields.</summary>
internal delegate T McapDecoder<out T>(ref McapFields fields);
