using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;

namespace ActorIL.Core.Fields;

/// <summary>
/// Writes canonical bytes: Protocol Buffers wire format, fields ascending, zeros absent, numbers packed little-endian,
/// NaN canonicalised, blocks as the hash of their content.
/// </summary>
internal readonly ref struct FieldWriter(FieldBuffer buffer, int depth = 0) : IFieldVisitor
{
    public static bool Rebuilds => false;

    public void Field(int number, string name, ref bool value)
    {
        if (value)
        {
            buffer.Tag(number, WireType.Varint);
            buffer.Varint(1);
        }
    }

    public void Field(int number, string name, ref int value)
    {
        long wide = value;
        Field(number, name, ref wide);
    }

    public void Field(int number, string name, ref long value)
    {
        if (value != 0)
        {
            buffer.TaggedVarint(number, unchecked((ulong)value));
        }
    }

    public void Field(int number, string name, ref ulong value)
    {
        if (value != 0)
        {
            buffer.Tag(number, WireType.Fixed64);
            buffer.Fixed64(value);
        }
    }

    public void Field(int number, string name, ref float value)
    {
        var bits = CanonicalNumbers.Bits(value);
        if (bits != 0)
        {
            buffer.Tag(number, WireType.Fixed32);
            buffer.Fixed32(bits);
        }
    }

    public void Field(int number, string name, ref double value)
    {
        var bits = CanonicalNumbers.Bits(value);
        if (bits != 0)
        {
            buffer.Tag(number, WireType.Fixed64);
            buffer.Fixed64(bits);
        }
    }

    public void Field(int number, string name, ref string value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            var count = Encoding.UTF8.GetByteCount(value);
            Encoding.UTF8.GetBytes(value, Delimited(number, count));
        }
    }

    public void Field(int number, string name, ref ImmutableArray<byte> value)
    {
        if (!value.IsDefaultOrEmpty)
        {
            value.AsSpan().CopyTo(Delimited(number, value.Length));
        }
    }

    public void Field(int number, string name, ref ImmutableArray<int> value)
    {
        if (!value.IsDefaultOrEmpty)
        {
            Copy32(MemoryMarshal.Cast<int, uint>(value.AsSpan()), Delimited(number, 4 * value.Length));
        }
    }

    public void Field(int number, string name, ref ImmutableArray<long> value)
    {
        if (!value.IsDefaultOrEmpty)
        {
            Copy64(MemoryMarshal.Cast<long, ulong>(value.AsSpan()), Delimited(number, 8 * value.Length));
        }
    }

    public void Field(int number, string name, ref ImmutableArray<float> value)
    {
        if (value.IsDefaultOrEmpty)
        {
            return;
        }

        var target = Delimited(number, 4 * value.Length);
        Copy32(MemoryMarshal.Cast<float, uint>(value.AsSpan()), target);
        for (var i = CanonicalNumbers.HasNaN(value.AsSpan()) ? 0 : value.Length; i < value.Length; i++)
        {
            if (float.IsNaN(value[i]))
            {
                BinaryPrimitives.WriteUInt32LittleEndian(target[(4 * i)..], CanonicalNumbers.Bits(value[i]));
            }
        }
    }

    public void Field(int number, string name, ref ImmutableArray<double> value)
    {
        if (value.IsDefaultOrEmpty)
        {
            return;
        }

        var target = Delimited(number, 8 * value.Length);
        Copy64(MemoryMarshal.Cast<double, ulong>(value.AsSpan()), target);
        for (var i = 0; i < value.Length; i++)
        {
            if (double.IsNaN(value[i]))
            {
                BinaryPrimitives.WriteUInt64LittleEndian(target[(8 * i)..], CanonicalNumbers.Bits(value[i]));
            }
        }
    }

    public void Block(int number, string name, ref ParameterBlock? value)
    {
        if (value is not null)
        {
            buffer.Tag(number, WireType.Fixed64);
            buffer.Fixed64(value.Hash);
        }
    }

    public void Record<T>(int number, string name, ref T? value)
        where T : IFields<T>
    {
        if (value is not null)
        {
            Nested(number, value);
        }
    }

    public void Records<T>(int number, string name, ref ImmutableArray<T> value)
        where T : IFields<T>
    {
        if (value.IsDefault)
        {
            return;
        }

        foreach (var item in value)
        {
            Nested(number, item);
        }
    }

    public void Case<T>(int number, string name, ref T? value)
        where T : class, IFields<T>
    {
        if (value is not null)
        {
            Nested(number, value);
        }
    }

    private void Nested<T>(int number, T value)
        where T : IFields<T>
    {
        if (depth >= FieldCodec.DepthMax)
        {
            throw new InvalidOperationException($"{T.Name} is nested deeper than {FieldCodec.DepthMax} records.");
        }

        buffer.Tag(number, WireType.LengthDelimited);
        var start = buffer.BeginNested();
        var inner = new FieldWriter(buffer, depth + 1);
        T.Fields(ref inner, value);
        buffer.EndNested(start);
    }

    private Span<byte> Delimited(int number, int count)
    {
        buffer.Tag(number, WireType.LengthDelimited);
        buffer.Varint((uint)count);
        return buffer.Grow(count);
    }

    private static void Copy32(ReadOnlySpan<uint> source, Span<byte> target)
    {
        if (BitConverter.IsLittleEndian)
        {
            MemoryMarshal.AsBytes(source).CopyTo(target);
            return;
        }

        for (var i = 0; i < source.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(target[(4 * i)..], source[i]);
        }
    }

    private static void Copy64(ReadOnlySpan<ulong> source, Span<byte> target)
    {
        if (BitConverter.IsLittleEndian)
        {
            MemoryMarshal.AsBytes(source).CopyTo(target);
            return;
        }

        for (var i = 0; i < source.Length; i++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(target[(8 * i)..], source[i]);
        }
    }
}
