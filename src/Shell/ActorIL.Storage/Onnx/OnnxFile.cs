using System.Collections.Immutable;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Files;
using Google.Protobuf;

namespace ActorIL.Storage.Onnx;

/// <summary>
/// Writes models as Protocol Buffers messages, field by field in ascending order: the same model gives the same bytes.
/// </summary>
/// <remarks>Field numbers: onnx.proto of ONNX 1.12.</remarks>
public static class OnnxFile
{
    private const string Producer = "ActorIL";
    private const string Batch = "N";
    private const int AttributeFloat = 1;
    private const int AttributeInt = 2;

    /// <summary>Writes the whole file or nothing; returns its full path.</summary>
    public static Result<string, Error> Save(string path, OnnxModel model) => AtomicFile.WriteBytes(path, Bytes(model));

    /// <summary>The bytes of a model.</summary>
    public static byte[] Bytes(OnnxModel model) =>
        Message(output =>
        {
            Number(output, 1, OnnxModel.FormatVersion);
            Text(output, 2, Producer);
            Text(output, 3, model.ProducerVersion);
            Nested(output, 7, graph => WriteGraph(graph, model));
            Nested(output, 8, set => Number(set, 2, OnnxModel.OperatorVersion));
            foreach (var (name, text) in model.Metadata)
            {
                Nested(
                    output,
                    14,
                    entry =>
                    {
                        Text(entry, 1, name);
                        Text(entry, 2, text);
                    }
                );
            }
        });

    private static void WriteGraph(CodedOutputStream output, OnnxModel model)
    {
        foreach (var node in model.Nodes)
        {
            Nested(output, 1, nested => WriteNode(nested, node));
        }

        Text(output, 2, model.Name);
        foreach (var tensor in model.Tensors)
        {
            Nested(output, 5, nested => WriteTensor(nested, tensor));
        }

        foreach (var port in model.Inputs)
        {
            Nested(output, 11, nested => WritePort(nested, port));
        }

        foreach (var port in model.Outputs)
        {
            Nested(output, 12, nested => WritePort(nested, port));
        }
    }

    private static void WriteNode(CodedOutputStream output, OnnxNode node)
    {
        foreach (var input in node.Inputs)
        {
            Text(output, 1, input);
        }

        Text(output, 2, node.Output);
        Text(output, 3, node.Output);
        Text(output, 4, node.Operation);
        foreach (var attribute in node.Attributes)
        {
            Nested(output, 5, nested => WriteAttribute(nested, attribute));
        }
    }

    private static void WriteAttribute(CodedOutputStream output, OnnxSetting attribute)
    {
        Text(output, 1, attribute.Name);
        if (attribute.Real is { } real)
        {
            output.WriteTag(2, WireFormat.WireType.Fixed32);
            output.WriteFloat(real);
            Number(output, 20, AttributeFloat);
        }
        else
        {
            Number(output, 3, attribute.Whole);
            Number(output, 20, AttributeInt);
        }
    }

    private static void WriteTensor(CodedOutputStream output, OnnxTensor tensor)
    {
        foreach (var size in tensor.Shape)
        {
            Number(output, 1, size);
        }

        Number(output, 2, ItemNumber(tensor.Item));
        Text(output, 8, tensor.Name);
        output.WriteTag(9, WireFormat.WireType.LengthDelimited);
        output.WriteBytes(ByteString.CopyFrom(tensor.Items.AsSpan()));
    }

    // Of TensorProto.DataType.
    private static long ItemNumber(OnnxItem item) =>
        item switch
        {
            OnnxItem.Single => 1,
            OnnxItem.Int64 => 7,
        };

    private static void WritePort(CodedOutputStream output, OnnxPort port)
    {
        Text(output, 1, port.Name);
        Nested(
            output,
            2,
            type =>
                Nested(
                    type,
                    1,
                    tensor =>
                    {
                        Number(tensor, 1, ItemNumber(port.Item));
                        Nested(tensor, 2, shape => WriteShape(shape, port.RowShape));
                    }
                )
        );
    }

    private static void WriteShape(CodedOutputStream output, ImmutableArray<long> rowShape)
    {
        Nested(output, 1, dimension => Text(dimension, 2, Batch));
        foreach (var size in rowShape)
        {
            Nested(output, 1, dimension => Number(dimension, 1, size));
        }
    }

    private static void Number(CodedOutputStream output, int field, long value)
    {
        output.WriteTag(field, WireFormat.WireType.Varint);
        output.WriteInt64(value);
    }

    private static void Text(CodedOutputStream output, int field, string text)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteString(text);
    }

    private static void Nested(CodedOutputStream output, int field, Action<CodedOutputStream> write)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteBytes(UnsafeByteOperations.UnsafeWrap(Message(write)));
    }

    private static byte[] Message(Action<CodedOutputStream> write)
    {
        using var stream = new MemoryStream();
        using (var output = new CodedOutputStream(stream, leaveOpen: true))
        {
            write(output);
        }

        return stream.ToArray();
    }
}
