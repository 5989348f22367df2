using System.Collections.Immutable;
using ActorIL.Core.Fields;

namespace ActorIL.Core.Tests.Fields;

/// <summary>Writes a decoded value back as canonical bytes, from the wire format's public description alone.</summary>
internal static class NaiveTree
{
    public static byte[] Bytes(FieldNode node) =>
        node.Match(
            boolean => boolean.Value ? [1] : [],
            integer => integer.Value == 0 ? [] : Varint(unchecked((ulong)integer.Value)),
            identity => identity.Value == 0 ? [] : BitConverter.GetBytes(identity.Value),
            single => BitConverter.SingleToUInt32Bits(single.Value) == 0 ? [] : BitConverter.GetBytes(single.Value),
            wide => BitConverter.DoubleToUInt64Bits(wide.Value) == 0 ? [] : BitConverter.GetBytes(wide.Value),
            text => System.Text.Encoding.UTF8.GetBytes(text.Value),
            bytes => [.. bytes.Values],
            integers => throw new InvalidOperationException($"The width of {integers} depends on its field."),
            singles => [.. singles.Values.SelectMany(BitConverter.GetBytes)],
            doubles => [.. doubles.Values.SelectMany(BitConverter.GetBytes)],
            block => block.Hash == 0 ? [] : BitConverter.GetBytes(block.Hash),
            record => [.. record.Fields.SelectMany(Field)],
            _ => throw new InvalidOperationException("A list has one field for each item."),
            _ => []
        );

    private static IEnumerable<byte> Field(FieldEntry entry)
    {
        var number = entry.Description.Number;
        switch (entry.Description.Kind)
        {
            case FieldKind.Int32Array:
                return Delimited(number, [.. Integers(entry.Value).SelectMany(i => BitConverter.GetBytes((int)i))]);
            case FieldKind.Int64Array:
                return Delimited(number, [.. Integers(entry.Value).SelectMany(BitConverter.GetBytes)]);
            case FieldKind.Text or FieldKind.Bytes or FieldKind.SingleArray or FieldKind.DoubleArray:
                return Delimited(number, Bytes(entry.Value));
            case FieldKind.Records:
                return Items(entry.Value).SelectMany(item => Always(number, Bytes(item)));
            case FieldKind.Record or FieldKind.Case:
                return IsAbsent(entry.Value) ? [] : Always(number, Bytes(entry.Value));
            default:
                var bytes = Bytes(entry.Value);
                return bytes.Length == 0 ? [] : Tag(number, Wire(entry.Description.Kind)).Concat(bytes);
        }
    }

    private static int Wire(FieldKind kind) =>
        kind switch
        {
            FieldKind.Single => 5,
            FieldKind.Double or FieldKind.UInt64 or FieldKind.Block => 1,
            _ => 0,
        };

    private static IEnumerable<byte> Delimited(int number, byte[] bytes) =>
        bytes.Length == 0 ? [] : Always(number, bytes);

    private static IEnumerable<byte> Always(int number, byte[] bytes) =>
        [.. Tag(number, 2), .. Varint((ulong)bytes.Length), .. bytes];

    private static byte[] Tag(int number, int wire) => Varint(((ulong)number << 3) | (uint)wire);

    private static byte[] Varint(ulong value)
    {
        var bytes = new List<byte>();
        for (; value >= 0x80; value >>= 7)
        {
            bytes.Add((byte)(value | 0x80));
        }

        bytes.Add((byte)value);
        return [.. bytes];
    }

    private static ImmutableArray<long> Integers(FieldNode node) => ((FieldNode.Integers)node).Values;

    private static ImmutableArray<FieldNode> Items(FieldNode node) => ((FieldNode.Records)node).Items;

    private static bool IsAbsent(FieldNode node) => node is FieldNode.Absent;
}
