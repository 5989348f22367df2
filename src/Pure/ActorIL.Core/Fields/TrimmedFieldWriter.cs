using System.Collections.Immutable;

namespace ActorIL.Core.Fields;

/// <summary>
/// Writes canonical bytes without the fields a type says are recomputed (<see cref="IFields{TSelf}.Recomputed"/>):
/// what a record of decisions keeps. A reader sees the absent fields as their type's zero.
/// </summary>
internal readonly ref struct TrimmedFieldWriter : IFieldVisitor
{
    private readonly FieldBuffer _buffer;
    private readonly FieldWriter _writer;
    private readonly ImmutableArray<int> _omitted;
    private readonly int _depth;

    private TrimmedFieldWriter(FieldBuffer buffer, ImmutableArray<int> omitted, int depth)
    {
        _writer = new(buffer, depth);
        (_buffer, _omitted, _depth) = (buffer, omitted, depth);
    }

    public static bool Rebuilds => false;

    /// <summary>Appends what is kept of <paramref name="value"/> to <paramref name="buffer"/>.</summary>
    public static void Write<T>(T value, FieldBuffer buffer)
        where T : IFields<T> => Write(value, buffer, depth: 0);

    public void Field(int number, string name, ref bool value)
    {
        if (Keeps(number))
        {
            _writer.Field(number, name, ref value);
        }
    }

    public void Field(int number, string name, ref int value)
    {
        if (Keeps(number))
        {
            _writer.Field(number, name, ref value);
        }
    }

    public void Field(int number, string name, ref long value)
    {
        if (Keeps(number))
        {
            _writer.Field(number, name, ref value);
        }
    }

    public void Field(int number, string name, ref ulong value)
    {
        if (Keeps(number))
        {
            _writer.Field(number, name, ref value);
        }
    }

    public void Field(int number, string name, ref float value)
    {
        if (Keeps(number))
        {
            _writer.Field(number, name, ref value);
        }
    }

    public void Field(int number, string name, ref double value)
    {
        if (Keeps(number))
        {
            _writer.Field(number, name, ref value);
        }
    }

    public void Field(int number, string name, ref string value)
    {
        if (Keeps(number))
        {
            _writer.Field(number, name, ref value);
        }
    }

    public void Field(int number, string name, ref ImmutableArray<byte> value)
    {
        if (Keeps(number))
        {
            _writer.Field(number, name, ref value);
        }
    }

    public void Field(int number, string name, ref ImmutableArray<int> value)
    {
        if (Keeps(number))
        {
            _writer.Field(number, name, ref value);
        }
    }

    public void Field(int number, string name, ref ImmutableArray<long> value)
    {
        if (Keeps(number))
        {
            _writer.Field(number, name, ref value);
        }
    }

    public void Field(int number, string name, ref ImmutableArray<float> value)
    {
        if (Keeps(number))
        {
            _writer.Field(number, name, ref value);
        }
    }

    public void Field(int number, string name, ref ImmutableArray<double> value)
    {
        if (Keeps(number))
        {
            _writer.Field(number, name, ref value);
        }
    }

    public void Block(int number, string name, ref ParameterBlock? value)
    {
        if (Keeps(number))
        {
            _writer.Block(number, name, ref value);
        }
    }

    public void Record<T>(int number, string name, ref T? value)
        where T : IFields<T>
    {
        if (value is not null && Keeps(number))
        {
            Nested(number, value);
        }
    }

    public void Records<T>(int number, string name, ref ImmutableArray<T> value)
        where T : IFields<T>
    {
        if (value.IsDefault || !Keeps(number))
        {
            return;
        }

        foreach (var item in value)
        {
            Nested(number, item);
        }
    }

    public void Case<T>(int number, string name, ref T? value)
        where T : class, IFields<T> => Record(number, name, ref value);

    private static void Write<T>(T value, FieldBuffer buffer, int depth)
        where T : IFields<T>
    {
        var visitor = new TrimmedFieldWriter(buffer, T.Recomputed, depth);
        T.Fields(ref visitor, value);
    }

    private void Nested<T>(int number, T value)
        where T : IFields<T>
    {
        if (_depth >= FieldCodec.DepthMax)
        {
            throw new InvalidOperationException($"{T.Name} is nested deeper than {FieldCodec.DepthMax} records.");
        }

        _buffer.Tag(number, WireType.LengthDelimited);
        var start = _buffer.BeginNested();
        Write(value, _buffer, _depth + 1);
        _buffer.EndNested(start);
    }

    private bool Keeps(int number) => _omitted.IsEmpty || !_omitted.Contains(number);
}
