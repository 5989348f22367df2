using System.Collections.Immutable;

namespace ActorIL.Core.Fields;

/// <summary>Collects the parameter blocks a value mentions, however deep, once each.</summary>
internal readonly ref struct BlockCollector(SortedDictionary<ulong, ParameterBlock> blocks) : IFieldVisitor
{
    public static bool Rebuilds => false;

    public void Field(int number, string name, ref bool value) { }

    public void Field(int number, string name, ref int value) { }

    public void Field(int number, string name, ref long value) { }

    public void Field(int number, string name, ref ulong value) { }

    public void Field(int number, string name, ref float value) { }

    public void Field(int number, string name, ref double value) { }

    public void Field(int number, string name, ref string value) { }

    public void Field(int number, string name, ref ImmutableArray<byte> value) { }

    public void Field(int number, string name, ref ImmutableArray<int> value) { }

    public void Field(int number, string name, ref ImmutableArray<long> value) { }

    public void Field(int number, string name, ref ImmutableArray<float> value) { }

    public void Field(int number, string name, ref ImmutableArray<double> value) { }

    public void Block(int number, string name, ref ParameterBlock? value)
    {
        if (value is not null)
        {
            blocks.TryAdd(value.Hash, value);
        }
    }

    public void Record<T>(int number, string name, ref T? value)
        where T : IFields<T> => Nested(value);

    public void Records<T>(int number, string name, ref ImmutableArray<T> value)
        where T : IFields<T>
    {
        if (value.IsDefault)
        {
            return;
        }

        foreach (var item in value)
        {
            Nested(item);
        }
    }

    public void Case<T>(int number, string name, ref T? value)
        where T : class, IFields<T> => Nested(value);

    private void Nested<T>(T? value)
        where T : IFields<T>
    {
        if (value is not null)
        {
            var inner = new BlockCollector(blocks);
            T.Fields(ref inner, value);
        }
    }
}
