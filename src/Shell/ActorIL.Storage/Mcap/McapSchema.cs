using ActorIL.Core.Prelude;

namespace ActorIL.Storage.Mcap;

/// <summary>How the messages of a channel are to be decoded.</summary>
/// <param name="Id">Unique in its file, not 0.</param>
/// <param name="Name">Such as the full name of a Protocol Buffers message.</param>
/// <param name="Encoding">Such as <c>protobuf</c>; empty when there is no schema.</param>
/// <param name="Data">In that encoding.</param>
public sealed record McapSchema(ushort Id, string Name, string Encoding, EquatableArray<byte> Data);
