using System.Collections.Immutable;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using Google.Protobuf.Reflection;
using Label = Google.Protobuf.Reflection.FieldDescriptorProto.Types.Label;
using Type = Google.Protobuf.Reflection.FieldDescriptorProto.Types.Type;

namespace ActorIL.Storage.Schemas;

/// <summary>One description as one message, and back.</summary>
internal static class ProtobufMessages
{
    // The oneof of a union's cases; longer while a field is called so.
    private const string Cases = "case";

    public static bool IsFieldName(string name) =>
        name.Length > 0
        && (char.IsAsciiLetter(name[0]) || name[0] == '_')
        && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_');

    public static DescriptorProto Of(RecordDescription description)
    {
        var message = new DescriptorProto { Name = ProtobufName.Of(description.Name) };
        message.Field.Add(description.Fields.Select(Field));
        if (description.Fields.Any(field => field.Kind == FieldKind.Case))
        {
            var name = Cases;
            while (description.Fields.Any(field => field.Name == name))
            {
                name += "_";
            }

            message.OneofDecl.Add(new OneofDescriptorProto { Name = name });
        }

        return message;
    }

    public static Result<RecordDescription, Error> Read(string name, FileDescriptorSet set)
    {
        var messages = new SortedDictionary<string, DescriptorProto>(StringComparer.Ordinal);
        foreach (var file in set.File)
        {
            foreach (var message in file.MessageType)
            {
                messages[$".{file.Package}.{message.Name}"] = message;
            }
        }

        var known = new SortedDictionary<string, RecordDescription>(StringComparer.Ordinal);
        return Describe($".{name}", messages, known)
            .Map(own => own with { Mentioned = [.. known.Values.Where(other => other.Name != own.Name)] });
    }

    private static FieldDescriptorProto Field(FieldDescription field)
    {
        var (type, isRepeated) = Wire(field.Kind);
        var proto = new FieldDescriptorProto
        {
            Name = field.Name,
            Number = field.Number,
            Type = type,
            Label = isRepeated ? Label.Repeated : Label.Optional,
        };
        if (field.Nested is { } nested)
        {
            proto.TypeName = $".{ProtobufName.Package}.{ProtobufName.Of(nested)}";
        }

        if (field.Kind == FieldKind.Case)
        {
            proto.OneofIndex = 0;
        }

        if (field.Kind == FieldKind.Block)
        {
            proto.Options = new FieldOptions { Jstype = FieldOptions.Types.JSType.JsString };
        }

        return proto;
    }

    // As the writer of canonical bytes puts them on the wire; repeated numbers are packed, as proto3 does by itself.
    private static (Type Type, bool IsRepeated) Wire(FieldKind kind) =>
        kind switch
        {
            FieldKind.Boolean => (Type.Bool, false),
            FieldKind.Int32 => (Type.Int32, false),
            FieldKind.Int64 => (Type.Int64, false),
            FieldKind.UInt64 or FieldKind.Block => (Type.Fixed64, false),
            FieldKind.Single => (Type.Float, false),
            FieldKind.Double => (Type.Double, false),
            FieldKind.Text => (Type.String, false),
            FieldKind.Bytes => (Type.Bytes, false),
            FieldKind.Int32Array => (Type.Sfixed32, true),
            FieldKind.Int64Array => (Type.Sfixed64, true),
            FieldKind.SingleArray => (Type.Float, true),
            FieldKind.DoubleArray => (Type.Double, true),
            FieldKind.Record or FieldKind.Case => (Type.Message, false),
            FieldKind.Records => (Type.Message, true),
        };

    private static Result<RecordDescription, Error> Describe(
        string fullName,
        SortedDictionary<string, DescriptorProto> messages,
        SortedDictionary<string, RecordDescription> known
    )
    {
        // Not called once for each level: a description mentions its types by name, whoever is inside whom.
        var wanted = new Queue<string>([fullName]);
        var met = new SortedSet<string>(StringComparer.Ordinal) { fullName };
        var first = Result.Failure<RecordDescription, Error>(Foreign(fullName, "no message"));
        while (wanted.TryDequeue(out var next))
        {
            if (!messages.TryGetValue(next, out var message))
            {
                return Result.Failure<RecordDescription, Error>(Foreign(next, "no message of this name"));
            }

            var described = Describe(message);
            first = next == fullName ? described : first.Then(own => described.Map(_ => own));
            described.Match(
                description =>
                {
                    known[description.Name.ToString()] = description;
                    return true;
                },
                _ => false
            );
            foreach (var field in message.Field.Where(field => field.Type == Type.Message && met.Add(field.TypeName)))
            {
                wanted.Enqueue(field.TypeName);
            }
        }

        return first;
    }

    private static Result<RecordDescription, Error> Describe(DescriptorProto message) =>
        ProtobufName
            .Read(message.Name)
            .Then(name =>
            {
                var fields = ImmutableArray.CreateBuilder<FieldDescription>();
                foreach (var field in message.Field)
                {
                    var isAscending = field.Number > (fields.Count == 0 ? 0 : fields[^1].Number);
                    if (Kind(field) is not { } kind || !isAscending || field.Number > FieldCodec.NumberMax)
                    {
                        return Unknown(message, field);
                    }

                    var nested = Nested(field);
                    if (nested.Match(_ => false, _ => true))
                    {
                        return Unknown(message, field);
                    }

                    var type = field.Type == Type.Message ? nested.Match<TypeName?>(found => found, _ => null) : null;
                    fields.Add(new(field.Number, field.Name, kind, type));
                }

                return Result.Success<RecordDescription, Error>(new(name, fields.DrainToImmutable(), []));
            });

    private static FieldKind? Kind(FieldDescriptorProto field)
    {
        var isRepeated = field.Label == Label.Repeated;
        return field.Type switch
        {
            Type.Bool when !isRepeated => FieldKind.Boolean,
            Type.Int32 when !isRepeated => FieldKind.Int32,
            Type.Int64 when !isRepeated => FieldKind.Int64,
            Type.Fixed64 when !isRepeated => field.Options?.Jstype == FieldOptions.Types.JSType.JsString
                ? FieldKind.Block
                : FieldKind.UInt64,
            Type.Float => isRepeated ? FieldKind.SingleArray : FieldKind.Single,
            Type.Double => isRepeated ? FieldKind.DoubleArray : FieldKind.Double,
            Type.String when !isRepeated => FieldKind.Text,
            Type.Bytes when !isRepeated => FieldKind.Bytes,
            Type.Sfixed32 when isRepeated => FieldKind.Int32Array,
            Type.Sfixed64 when isRepeated => FieldKind.Int64Array,
            Type.Message => isRepeated ? FieldKind.Records
            : field.HasOneofIndex ? FieldKind.Case
            : FieldKind.Record,
            _ => null,
        };
    }

    private static Result<TypeName, Error> Nested(FieldDescriptorProto field) =>
        field.Type == Type.Message
            ? ProtobufName.Read(field.TypeName[(field.TypeName.LastIndexOf('.') + 1)..])
            : Result.Success<TypeName, Error>(default);

    private static Result<RecordDescription, Error> Unknown(DescriptorProto message, FieldDescriptorProto field) =>
        Result.Failure<RecordDescription, Error>(Foreign(message.Name, $"field {field.Number} ({field.Name})"));

    private static Error Foreign(string message, string found) =>
        new($"schema {message}", found, "a schema as traces carry it", "Read the file with the program that wrote it.");
}
