namespace ActorIL.Core.Tests.Fields;

/// <summary>
/// A second, slow reader of the Protocol Buffers wire format, written from its public description alone: fields of one
/// message as (number, wire type, payload), in the order found. Shares nothing with the codec it checks.
/// </summary>
internal sealed class NaiveWire
{
    private readonly List<(int Number, int Type, ulong Whole, byte[] Bytes)> _fields = [];

    public NaiveWire(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        while (stream.Position < stream.Length)
        {
            var tag = Varint(stream);
            var (number, type) = ((int)(tag >> 3), (int)(tag & 7));
            _fields.Add(type switch
            {
                0 => (number, type, Varint(stream), []),
                1 => (number, type, BitConverter.ToUInt64(Take(stream, 8)), []),
                2 => (number, type, 0, Take(stream, (int)Varint(stream))),
                5 => (number, type, BitConverter.ToUInt32(Take(stream, 4)), []),
                _ => throw new FormatException($"Wire type {type}."),
            });
        }
    }

    public IEnumerable<int> Numbers => _fields.Select(found => found.Number);

    /// <summary>The number of a varint (0), fixed64 (1) or fixed32 (5) field, zero when absent.</summary>
    public ulong Whole(int number, int type) =>
        All(number, type).Select(field => field.Whole).SingleOrDefault();

    /// <summary>The payload of a length-delimited field, null when absent.</summary>
    public byte[]? Bytes(int number) => All(number, 2).Select(field => field.Bytes).SingleOrDefault();

    public IEnumerable<NaiveWire> Messages(int number) => All(number, 2).Select(field => new NaiveWire(field.Bytes));

    public NaiveWire? Message(int number) => Messages(number).SingleOrDefault();

    /// <summary>The elements of a packed field of fixed-size numbers.</summary>
    public T[] Packed<T>(int number, int size, Func<byte[], T> read) =>
        [.. (Bytes(number) ?? []).Chunk(size).Select(read)];

    private (int Number, int Type, ulong Whole, byte[] Bytes)[] All(int number, int type)
    {
        var found = _fields.Where(field => field.Number == number).ToArray();
        return found.All(field => field.Type == type)
            ? found
            : throw new FormatException($"Field {number} is not of wire type {type}.");
    }

    private static ulong Varint(MemoryStream stream)
    {
        var value = 0UL;
        for (var i = 0; ; i++)
        {
            var part = Take(stream, 1)[0];
            value |= (part & 127UL) << (7 * i);
            if (part < 128)
            {
                return value;
            }
        }
    }

    private static byte[] Take(MemoryStream stream, int count)
    {
        var taken = new byte[count];
        stream.ReadExactly(taken);
        return taken;
    }
}
