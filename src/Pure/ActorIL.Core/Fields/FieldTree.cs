using System.Collections.Immutable;
using ActorIL.Core.Prelude;

namespace ActorIL.Core.Fields;

/// <summary>Decodes canonical bytes with their description alone, for who has not the type: traces, filters.</summary>
internal static class FieldTree
{
    /// <summary>
    /// The value these bytes describe: every field of the description in order, absent numbers, texts and arrays as
    /// their zero, absent records as such, and of a union the case that is there. Unknown fields are passed over.
    /// Bytes that make no value, and descriptions that mention a type they do not have, are errors.
    /// </summary>
    /// <param name="bytes">As <see cref="FieldCodec.Write{T}"/> makes them, shape [n].</param>
    /// <param name="description">Of the outermost type.</param>
    public static Result<FieldNode, Error> Read(ReadOnlySpan<byte> bytes, RecordDescription description)
    {
        var known = new SortedDictionary<string, RecordDescription>(StringComparer.Ordinal);
        foreach (var mentioned in description.Mentioned)
        {
            known[mentioned.Name.ToString()] = mentioned;
        }

        known[description.Name.ToString()] = description;
        var reader = new FieldReader(bytes, NoBlocks);
        var node = new Walk(known).Record(ref reader, description, depth: 0);
        return reader.Fault is { } fault
            ? Result.Failure<FieldNode, Error>(
                new(
                    $"{description.Name}, byte {fault.Offset}",
                    fault.Found,
                    "canonical field bytes",
                    "The bytes are damaged or of another version."
                )
            )
            : Result.Success<FieldNode, Error>(node);
    }

    private static ParameterBlock? NoBlocks(ulong hash) => null;

    private sealed class Walk(SortedDictionary<string, RecordDescription> known)
    {
        public FieldNode.Record Record(ref FieldReader reader, RecordDescription description, int depth)
        {
            var entries = ImmutableArray.CreateBuilder<FieldEntry>(description.Fields.Length);
            var caseCount = 0;
            var isUnion = false;
            foreach (var field in description.Fields)
            {
                var node = Field(ref reader, field, depth);
                if (field.Kind == FieldKind.Case)
                {
                    isUnion = true;
                    if (IsAbsent(node))
                    {
                        continue;
                    }

                    if (++caseCount > 1)
                    {
                        reader.Reject($"a second case, {field.Name}");
                    }
                }

                entries.Add(new(field, node));
            }

            reader.PassRest();
            if (isUnion && caseCount == 0)
            {
                reader.Reject($"none of the cases of {description.Name}");
            }

            return new FieldNode.Record(description.Name, entries.DrainToImmutable());
        }

        private FieldNode Field(ref FieldReader reader, FieldDescription field, int depth) =>
            field.Kind switch
            {
                FieldKind.Boolean => Boolean(ref reader, field),
                FieldKind.Int32 => Int32(ref reader, field),
                FieldKind.Int64 => Int64(ref reader, field),
                FieldKind.UInt64 => Identity(ref reader, field),
                FieldKind.Single => Single(ref reader, field),
                FieldKind.Double => Double(ref reader, field),
                FieldKind.Text => Text(ref reader, field),
                FieldKind.Bytes => Bytes(ref reader, field),
                FieldKind.Int32Array => Int32Array(ref reader, field),
                FieldKind.Int64Array => Int64Array(ref reader, field),
                FieldKind.SingleArray => SingleArray(ref reader, field),
                FieldKind.DoubleArray => DoubleArray(ref reader, field),
                FieldKind.Block => Block(ref reader, field),
                FieldKind.Record or FieldKind.Case => Nested(ref reader, field, depth, out var node)
                    ? node
                    : new FieldNode.Absent(field.Nested ?? default),
                FieldKind.Records => Records(ref reader, field, depth),
            };

        private FieldNode.Records Records(ref FieldReader reader, FieldDescription field, int depth)
        {
            var items = ImmutableArray.CreateBuilder<FieldNode>();
            while (Nested(ref reader, field, depth, out var item))
            {
                items.Add(item);
            }

            return new(field.Nested ?? default, items.DrainToImmutable());
        }

        private bool Nested(ref FieldReader reader, FieldDescription field, int depth, out FieldNode node)
        {
            node = new FieldNode.Absent(field.Nested ?? default);
            if (!reader.TryNested(field.Number, out var payload, out var start))
            {
                return false;
            }

            if (depth >= FieldCodec.DepthMax)
            {
                reader.Reject($"records nested deeper than {FieldCodec.DepthMax}");
                return false;
            }

            var name = field.Nested is { } type ? type.ToString() : "";
            if (!known.TryGetValue(name, out var description))
            {
                reader.Reject($"field {field.Name} of a type '{name}' that is not described");
                return false;
            }

            var inner = new FieldReader(payload, NoBlocks);
            node = Record(ref inner, description, depth + 1);
            if (inner.Fault is { } fault)
            {
                reader.Reject(fault with { Offset = fault.Offset + start });
            }

            return reader.Fault is null;
        }
    }

    private static bool IsAbsent(FieldNode node)
    {
        static bool No(FieldNode _) => false;
        return node.Match(No, No, No, No, No, No, No, No, No, No, No, No, No, _ => true);
    }

    private static FieldNode.Boolean Boolean(ref FieldReader reader, FieldDescription field)
    {
        var value = false;
        reader.Field(field.Number, field.Name, ref value);
        return new(value);
    }

    private static FieldNode.Integer Int32(ref FieldReader reader, FieldDescription field)
    {
        var value = 0;
        reader.Field(field.Number, field.Name, ref value);
        return new(value);
    }

    private static FieldNode.Integer Int64(ref FieldReader reader, FieldDescription field)
    {
        var value = 0L;
        reader.Field(field.Number, field.Name, ref value);
        return new(value);
    }

    private static FieldNode.Identity Identity(ref FieldReader reader, FieldDescription field)
    {
        var value = 0UL;
        reader.Field(field.Number, field.Name, ref value);
        return new(value);
    }

    private static FieldNode.Single Single(ref FieldReader reader, FieldDescription field)
    {
        var value = 0f;
        reader.Field(field.Number, field.Name, ref value);
        return new(value);
    }

    private static FieldNode.Double Double(ref FieldReader reader, FieldDescription field)
    {
        var value = 0d;
        reader.Field(field.Number, field.Name, ref value);
        return new(value);
    }

    private static FieldNode.Text Text(ref FieldReader reader, FieldDescription field)
    {
        var value = "";
        reader.Field(field.Number, field.Name, ref value);
        return new(value);
    }

    private static FieldNode.Bytes Bytes(ref FieldReader reader, FieldDescription field)
    {
        ImmutableArray<byte> values = [];
        reader.Field(field.Number, field.Name, ref values);
        return new(values);
    }

    private static FieldNode.Integers Int32Array(ref FieldReader reader, FieldDescription field)
    {
        ImmutableArray<int> values = [];
        reader.Field(field.Number, field.Name, ref values);
        return new([.. values.Select(value => (long)value)]);
    }

    private static FieldNode.Integers Int64Array(ref FieldReader reader, FieldDescription field)
    {
        ImmutableArray<long> values = [];
        reader.Field(field.Number, field.Name, ref values);
        return new(values);
    }

    private static FieldNode.Singles SingleArray(ref FieldReader reader, FieldDescription field)
    {
        ImmutableArray<float> values = [];
        reader.Field(field.Number, field.Name, ref values);
        return new(values);
    }

    private static FieldNode.Doubles DoubleArray(ref FieldReader reader, FieldDescription field)
    {
        ImmutableArray<double> values = [];
        reader.Field(field.Number, field.Name, ref values);
        return new(values);
    }

    private static FieldNode.Block Block(ref FieldReader reader, FieldDescription field)
    {
        reader.TryFixed64(field.Number, out var hash);
        return new(hash);
    }
}
