using ActorIL.Core.Prelude;

namespace ActorIL.Storage.Schemas;

/// <summary>A Protocol Buffers schema as traces carry it.</summary>
/// <param name="Name">Full name of the message, such as <c>actoril.LearnerMessage_v1</c>.</param>
/// <param name="Data">A serialized FileDescriptorSet with every message it needs.</param>
public sealed record ProtobufSchema(string Name, EquatableArray<byte> Data);
