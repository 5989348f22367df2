using System.Collections.Immutable;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Storage.Mcap;
using ActorIL.Storage.Schemas;
using ActorIL.Testing;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using FieldCodec = ActorIL.Core.Fields.FieldCodec;

namespace ActorIL.Storage.Tests.Schemas;

public sealed class ProtobufSchemasTests
{
    public static TheoryData<string> Names => [.. Described.Keys];

    private static ImmutableSortedDictionary<string, RecordDescription> Described { get; } =
        new[]
        {
            FieldCodec.Describe<SampleMessage>(),
            FieldCodec.Describe<SampleUnion>(),
            FieldCodec.Describe<Rollout>(),
            FieldCodec.Describe<Trajectory>(),
        }.ToImmutableSortedDictionary(description => description.Name.ToString(), description => description);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_description_is_found_again_in_its_schema(string name)
    {
        var schema = ProtobufSchemas.Of(Described[name]);
        var mcap = new McapSchema(1, schema.Name, ProtobufSchemas.Encoding, schema.Data);
        Assert.Equal(Text(Described[name]), Text(Outcome.Value(ProtobufSchemas.Read(mcap))));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_descriptors_are_valid_and_name_their_message(string name)
    {
        var schema = ProtobufSchemas.Of(Described[name]);
        var set = FileDescriptorSet.Parser.ParseFrom(schema.Data.AsSpan());
        var files = FileDescriptor.BuildFromByteStrings(set.File.Select(file => file.ToByteString()));
        Assert.Contains(files.Single().MessageTypes, message => message.FullName == schema.Name);
    }

    [Fact]
    public void The_schema_of_every_kind_never_changes()
    {
        var set = FileDescriptorSet.Parser.ParseFrom(ProtobufSchemas.Of(Described["sample-message/2"]).Data.AsSpan());
        Snapshot.Matches(string.Join("\n", set.File.Single().MessageType.Select(Text)));
    }

    [Fact]
    public void Types_described_once_and_mentioned_elsewhere_stand_once()
    {
        var both = Outcome.Value(ProtobufSchemas.FileDescriptorSet([.. Described.Values]));
        var messages = FileDescriptorSet.Parser.ParseFrom(both.AsSpan()).File.Single().MessageType;
        Assert.Equal(messages.Select(message => message.Name).Distinct(), messages.Select(message => message.Name));
    }

    [Fact]
    public void A_type_described_in_two_ways_is_an_error()
    {
        var other = new RecordDescription(SampleMessage.Name, [new(1, "other", FieldKind.Text, null)], []);
        var error = Outcome.Error(ProtobufSchemas.FileDescriptorSet(Described["sample-message/2"], other));
        Assert.Equal("two descriptions", error.Found);
    }

    [Theory]
    [InlineData("a-b")]
    [InlineData("")]
    [InlineData("1a")]
    public void A_field_without_a_valid_name_is_an_error(string name)
    {
        var description = new RecordDescription(new("odd", 1), [new(1, name, FieldKind.Text, null)], []);
        Outcome.Error(ProtobufSchemas.FileDescriptorSet(description));
        Assert.Throws<InvalidOperationException>(() => ProtobufSchemas.Of(description));
    }

    [Fact]
    public void Damaged_schemas_are_errors_and_never_throw()
    {
        var schema = ProtobufSchemas.Of(Described["sample-message/2"]);
        for (var index = 0; index < schema.Data.Count; index++)
        {
            foreach (var mask in (byte[])[1, 0x80, 0xFF])
            {
                byte[] changed = [.. schema.Data];
                changed[index] ^= mask;
                ProtobufSchemas.Read(new ProtobufSchema(schema.Name, [.. changed])).Match(_ => true, _ => false);
            }

            ProtobufSchemas
                .Read(new ProtobufSchema(schema.Name, [.. schema.Data.Items[..index]]))
                .Match(_ => true, _ => false);
        }

        Outcome.Error(ProtobufSchemas.Read(new ProtobufSchema("actoril.Other_v1", schema.Data)));
        Outcome.Error(ProtobufSchemas.Read(new McapSchema(1, schema.Name, "jsonschema", schema.Data)));
    }

    private static string Text(RecordDescription description) =>
        $"{description.Name}\n"
        + string.Join("\n", description.Fields.Select(field => field.ToString()))
        + string.Concat(description.Mentioned.Select(mentioned => "\n" + Text(mentioned)));

    private static string Text(DescriptorProto message) =>
        $"message {message.Name} {{\n"
        + string.Concat(message.Field.Select(field => $"  {field}\n"))
        + string.Concat(message.OneofDecl.Select(oneof => $"  {oneof}\n"))
        + "}";
}
