using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace ActorIL.Storage.Mcap;

/// <summary>
/// Reads the fields of one record; the first fault is kept, and after it every field is zero or empty.
/// </summary>
internal ref struct McapFields(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public int Position { get; private set; }

    public string? Fault { get; private set; }

    public readonly int Left => _bytes.Length - Position;

    public ushort UInt16() => Take(2) is [_, ..] taken ? BinaryPrimitives.ReadUInt16LittleEndian(taken) : (ushort)0;

    public uint UInt32() => Take(4) is [_, ..] taken ? BinaryPrimitives.ReadUInt32LittleEndian(taken) : 0;

    public ulong UInt64() => Take(8) is [_, ..] taken ? BinaryPrimitives.ReadUInt64LittleEndian(taken) : 0;

    public string Text()
    {
        var taken = Bytes();
        if (!Utf8.IsValid(taken))
        {
            Fail("a text that is not UTF-8");
            return "";
        }

        return Encoding.UTF8.GetString(taken);
    }

    /// <summary>Bytes, or the entries of an array, after their length in 32 bits.</summary>
    public ReadOnlySpan<byte> Bytes() => Take(UInt32());

    /// <summary>The entries of a map; of a key that stands twice, the last counts.</summary>
    public McapMap Map()
    {
        var entries = new McapFields(Bytes());
        var sorted = new SortedDictionary<string, string>(StringComparer.Ordinal);
        while (entries.Left > 0 && entries.Fault is null)
        {
            var key = entries.Text();
            sorted[key] = entries.Text();
        }

        Fault ??= entries.Fault;
        return Fault is null ? McapMap.Of(sorted) : McapMap.Empty;
    }

    /// <summary>The next bytes, or nothing and a fault when fewer are left.</summary>
    public ReadOnlySpan<byte> Take(ulong count)
    {
        if (Fault is not null)
        {
            return [];
        }

        if (count > (ulong)Left)
        {
            Fail($"{Left} bytes where {count} belong");
            return [];
        }

        var taken = _bytes.Slice(Position, (int)count);
        Position += (int)count;
        return taken;
    }

    public void Fail(string found) => Fault ??= found;
}
