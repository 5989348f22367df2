using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Mcap;

namespace ActorIL.Storage.Schemas;

/// <summary>x</summary>
public static class ProtobufSchemas
{
    /// <summary>x</summary>
    public static (string Name, EquatableArray<byte> Data) Of(RecordDescription description) => (description.Name.ToString(), []);

    /// <summary>x</summary>
    public static Result<RecordDescription, Error> Read(McapSchema schema) => Result.Success<RecordDescription, Error>(new(new(schema.Name, 1), [], []));
}
