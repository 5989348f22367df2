using System.Collections.Immutable;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Mcap;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace ActorIL.Storage.Schemas;

/// <summary>
/// Field descriptions as Protocol Buffers descriptors, so that other tools decode canonical bytes without our types.
/// A block is its content hash, marked with <c>jstype = JS_STRING</c>, since nobody calculates with it.
/// </summary>
public static class ProtobufSchemas
{
    /// <summary>What MCAP calls schemas and messages of this kind.</summary>
    public const string Encoding = "protobuf";

    /// <summary>The schema of one type.</summary>
    /// <exception cref="InvalidOperationException">
    /// The type is described in two ways, or a field has a name that Protocol Buffers do not allow.
    /// </exception>
    public static ProtobufSchema Of(RecordDescription description) =>
        new(
            $"{ProtobufName.Package}.{ProtobufName.Of(description.Name)}",
            new(FileDescriptorSet(description).Require())
        );

    /// <summary>
    /// All messages of these types and of those they mention, in one file, ascending by type name. A type described in
    /// two ways, or with a field that has no valid name, is an error.
    /// </summary>
    public static Result<ImmutableArray<byte>, Error> FileDescriptorSet(
        params ReadOnlySpan<RecordDescription> descriptions
    )
    {
        var messages = new SortedDictionary<string, DescriptorProto>(StringComparer.Ordinal);
        foreach (var description in descriptions)
        {
            foreach (var one in description.Mentioned.Prepend(description))
            {
                if (Fault(one) is { Length: > 0 } fault)
                {
                    return Failure(one.Name.ToString(), fault);
                }

                var message = ProtobufMessages.Of(one);
                var name = one.Name.ToString();
                if (!messages.TryAdd(name, message) && !messages[name].Equals(message))
                {
                    return Failure(name, "two descriptions");
                }
            }
        }

        var file = new FileDescriptorProto
        {
            Name = $"{ProtobufName.Package}.proto",
            Package = ProtobufName.Package,
            Syntax = "proto3",
        };
        file.MessageType.Add(messages.Values);
        var set = new FileDescriptorSet { File = { file } };
        return Result.Success<ImmutableArray<byte>, Error>([.. set.ToByteArray()]);
    }

    /// <summary>
    /// The description a schema was made from, with the types it mentions ascending by name. Bytes that are no
    /// descriptors, and descriptors that were not made here, are errors.
    /// </summary>
    public static Result<RecordDescription, Error> Read(McapSchema schema) =>
        schema.Encoding == Encoding
            ? Read(new ProtobufSchema(schema.Name, schema.Data))
            : Result.Failure<RecordDescription, Error>(
                new(
                    $"schema {schema.Name}",
                    $"a schema in '{schema.Encoding}'",
                    $"one in '{Encoding}'",
                    "Read the file with the program that wrote it."
                )
            );

    /// <summary>The same from the name and the bytes.</summary>
    public static Result<RecordDescription, Error> Read(ProtobufSchema schema)
    {
        try
        {
            var set = Google.Protobuf.Reflection.FileDescriptorSet.Parser.ParseFrom(schema.Data.AsSpan());
            return ProtobufMessages.Read(schema.Name, set);
        }
        catch (InvalidProtocolBufferException damage)
        {
            return Result.Failure<RecordDescription, Error>(
                new(
                    $"schema {schema.Name}",
                    $"bytes that are no descriptors ({damage.Message.ReplaceLineEndings(" ").TrimEnd('.')})",
                    "a serialized FileDescriptorSet",
                    "The file is damaged or of another program."
                )
            );
        }
    }

    private static string Fault(RecordDescription description)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var field in description.Fields)
        {
            if (!ProtobufMessages.IsFieldName(field.Name))
            {
                return $"field '{field.Name}'";
            }

            if (!names.Add(field.Name))
            {
                return $"two fields called {field.Name}";
            }
        }

        return "";
    }

    private static Result<ImmutableArray<byte>, Error> Failure(string where, string found) =>
        Result.Failure<ImmutableArray<byte>, Error>(
            new(
                $"type {where}",
                found,
                "one description, whose fields have different names of letters, digits and underscores",
                "Rename the field or the type."
            )
        );
}
