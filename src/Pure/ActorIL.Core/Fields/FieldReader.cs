using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;

namespace ActorIL.Core.Fields;

/// <summary>
/// Fills the locals of a description from canonical bytes. The first fault is kept; after it every field is absent.
/// </summary>
internal ref partial struct FieldReader(ReadOnlySpan<byte> bytes, Func<ulong, ParameterBlock?> blocks, int depth = 0)
    : IFieldVisitor
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _position;
    private int _numberBefore;
    private int _numberTaken;
    private bool _hasCase;

    public static bool Rebuilds => true;

    internal FieldFault? Fault { get; private set; }

    public void Field(int number, string name, ref bool value)
    {
        if (Find(number, WireType.Varint))
        {
            value = Varint() != 0;
        }
    }

    public void Field(int number, string name, ref int value)
    {
        if (Find(number, WireType.Varint))
        {
            var wide = unchecked((long)Varint());
            value = unchecked((int)wide);
            if (wide != value)
            {
                Fail($"{wide} where a 32-bit number belongs");
            }
        }
    }

    public void Field(int number, string name, ref long value)
    {
        if (Find(number, WireType.Varint))
        {
            value = unchecked((long)Varint());
        }
    }

    public void Field(int number, string name, ref ulong value)
    {
        if (Find(number, WireType.Fixed64))
        {
            value = Fixed64();
        }
    }

    public void Field(int number, string name, ref float value)
    {
        if (Find(number, WireType.Fixed32) && Take(4) is [_, ..] taken)
        {
            value = BinaryPrimitives.ReadSingleLittleEndian(taken);
        }
    }

    public void Field(int number, string name, ref double value)
    {
        if (Find(number, WireType.Fixed64))
        {
            value = BitConverter.UInt64BitsToDouble(Fixed64());
        }
    }

    public void Field(int number, string name, ref string value)
    {
        value = "";
        if (Find(number, WireType.LengthDelimited))
        {
            var text = Delimited();
            if (!Utf8.IsValid(text))
            {
                Fail("text that is not UTF-8");
                return;
            }

            value = Encoding.UTF8.GetString(text);
        }
    }

    public void Field(int number, string name, ref ImmutableArray<byte> value)
    {
        value = Find(number, WireType.LengthDelimited) ? [.. Delimited()] : [];
    }

    public void Field(int number, string name, ref ImmutableArray<int> value) => value = Packed<int>(number);

    public void Field(int number, string name, ref ImmutableArray<long> value) => value = Packed<long>(number);

    public void Field(int number, string name, ref ImmutableArray<float> value) => value = Packed<float>(number);

    public void Field(int number, string name, ref ImmutableArray<double> value) => value = Packed<double>(number);

    public void Block(int number, string name, ref ParameterBlock? value)
    {
        if (Find(number, WireType.Fixed64))
        {
            var hash = Fixed64();
            value = blocks(hash);
            if (value is null)
            {
                Fail($"block {hash:x16}, which is not at hand");
            }
        }
    }

    public void Record<T>(int number, string name, ref T? value)
        where T : IFields<T>
    {
        if (Find(number, WireType.LengthDelimited))
        {
            value = Nested<T>();
        }
    }

    public void Records<T>(int number, string name, ref ImmutableArray<T> value)
        where T : IFields<T>
    {
        var items = ImmutableArray.CreateBuilder<T>();
        while (Find(number, WireType.LengthDelimited))
        {
            // A damaged item is null: a constructor that looks at its items must never meet it.
            if (Nested<T>() is { } item)
            {
                items.Add(item);
            }
        }

        value = items.ToImmutable();
    }

    public void Case<T>(int number, string name, ref T? value)
        where T : class, IFields<T>
    {
        if (!Find(number, WireType.LengthDelimited))
        {
            return;
        }

        if (_hasCase)
        {
            Fail($"a second case, {name}");
            return;
        }

        _hasCase = true;
        value = Nested<T>();
    }

    /// <summary>
    /// The value all the bytes describe; what its description does not know is skipped, and must be well-formed.
    /// </summary>
    internal T? Value<T>()
        where T : IFields<T>
    {
        try
        {
            var value = T.Fields(ref this, default);
            Find(FieldCodec.NumberMax + 1, WireType.Varint);
            if (value is null)
            {
                Fail($"none of the cases of {T.Name}");
            }

            return Fault is null ? value : default;
        }
        catch (ArgumentException refusal)
        {
            // Numbers that no honest writer wrote: shapes that disagree, a count below zero.
            Fail($"fields that {T.Name} refuses: {refusal.Message.ReplaceLineEndings(" ")}");
            return default;
        }
    }

    private T? Nested<T>()
        where T : IFields<T>
    {
        var payload = Delimited();
        if (depth >= FieldCodec.DepthMax)
        {
            Fail($"records nested deeper than {FieldCodec.DepthMax}");
            return default;
        }

        var start = _position - payload.Length;
        var inner = new FieldReader(payload, blocks, depth + 1);
        var value = inner.Value<T>();
        Fault ??= inner.Fault is { } fault ? fault with { Offset = fault.Offset + start } : null;
        return Fault is null ? value : default;
    }

    private ImmutableArray<T> Packed<T>(int number)
        where T : struct
    {
        if (!Find(number, WireType.LengthDelimited))
        {
            return [];
        }

        var size = Marshal.SizeOf<T>();
        var taken = Delimited();
        if (taken.Length % size != 0)
        {
            Fail($"{taken.Length} bytes where a multiple of {size} belongs");
            return [];
        }

        var values = new T[taken.Length / size];
        var target = MemoryMarshal.AsBytes(values.AsSpan());
        taken.CopyTo(target);
        if (!BitConverter.IsLittleEndian)
        {
            for (var i = 0; i < target.Length; i += size)
            {
                target.Slice(i, size).Reverse();
            }
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(values);
    }

    /// <summary>
    /// Moves past fields below <paramref name="number"/>; true when the next field is it, of the type it must have.
    /// </summary>
    private bool Find(int number, WireType type)
    {
        while (Fault is null && _position < _bytes.Length)
        {
            var before = _position;
            var tag = Varint();
            if (Fault is not null)
            {
                return false;
            }

            var found = tag >> 3;
            var isRepeated = found == (ulong)_numberTaken && number > _numberTaken;
            if (found < (ulong)Math.Max(_numberBefore, 1) || found > FieldCodec.NumberMax || isRepeated)
            {
                Fail($"field {found} after field {_numberBefore}");
                return false;
            }

            if (found > (ulong)number)
            {
                _position = before;
                return false;
            }

            _numberBefore = (int)found;
            if (found == (ulong)number)
            {
                if ((WireType)(tag & 7) == type)
                {
                    _numberTaken = number;
                    return true;
                }

                Fail($"wire type {tag & 7} for field {number}");
                return false;
            }

            Skip((WireType)(tag & 7));
        }

        return false;
    }

    private void Skip(WireType type)
    {
        switch (type)
        {
            case WireType.Varint:
                Varint();
                break;
            case WireType.Fixed64:
                Take(8);
                break;
            case WireType.LengthDelimited:
                Delimited();
                break;
            case WireType.Fixed32:
                Take(4);
                break;
            default:
                Fail($"wire type {(int)type}");
                break;
        }
    }

    private ulong Varint()
    {
        var value = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            if (Take(1) is not [var part])
            {
                return 0;
            }

            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }

        Fail("a number longer than 64 bits");
        return 0;
    }

    private ulong Fixed64() => Take(8) is [_, ..] taken ? BinaryPrimitives.ReadUInt64LittleEndian(taken) : 0;

    private ReadOnlySpan<byte> Delimited()
    {
        var count = Varint();
        return Take(count > int.MaxValue ? int.MaxValue : (int)count);
    }

    /// <summary>
    /// The next bytes, or nothing and a fault when fewer are left: lengths are checked before anything is allocated.
    /// </summary>
    private ReadOnlySpan<byte> Take(int count)
    {
        if (Fault is not null)
        {
            return [];
        }

        if (count > _bytes.Length - _position)
        {
            Fail($"{_bytes.Length - _position} bytes where {count} belong");
            return [];
        }

        var taken = _bytes.Slice(_position, count);
        _position += count;
        return taken;
    }

    private void Fail(string found) => Fault ??= new(_position, found);
}
