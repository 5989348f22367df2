using System.Collections.Immutable;

namespace ActorIL.Core.Fields;

/// <summary>Collects a type's schema from its field description.</summary>
internal readonly ref struct FieldDescriber(List<FieldDescription> fields, SortedDictionary<string, RecordDescription?> known)
    : IFieldVisitor
{
    public static bool Rebuilds => false;

    public static RecordDescription Describe<T>()
        where T : IFields<T>
    {
        var known = new SortedDictionary<string, RecordDescription?>(StringComparer.Ordinal);
        var own = DescribeOne<T>(known);
        return own with { Mentioned = [.. known.Values.OfType<RecordDescription>().Where(other => other.Name != own.Name)] };
    }

    public void Field(int number, string name, ref bool value) => Add(number, name, FieldKind.Boolean);

    public void Field(int number, string name, ref int value) => Add(number, name, FieldKind.Int32);

    public void Field(int number, string name, ref long value) => Add(number, name, FieldKind.Int64);

    public void Field(int number, string name, ref ulong value) => Add(number, name, FieldKind.UInt64);

    public void Field(int number, string name, ref float value) => Add(number, name, FieldKind.Single);

    public void Field(int number, string name, ref double value) => Add(number, name, FieldKind.Double);

    public void Field(int number, string name, ref string value) => Add(number, name, FieldKind.Text);

    public void Field(int number, string name, ref ImmutableArray<byte> value) => Add(number, name, FieldKind.Bytes);

    public void Field(int number, string name, ref ImmutableArray<int> value) => Add(number, name, FieldKind.Int32Array);

    public void Field(int number, string name, ref ImmutableArray<long> value) => Add(number, name, FieldKind.Int64Array);

    public void Field(int number, string name, ref ImmutableArray<float> value) =>
        Add(number, name, FieldKind.SingleArray);

    public void Field(int number, string name, ref ImmutableArray<double> value) =>
        Add(number, name, FieldKind.DoubleArray);

    public void Block(int number, string name, ref ParameterBlock? value) => Add(number, name, FieldKind.Block);

    public void Record<T>(int number, string name, ref T? value)
        where T : IFields<T> => AddNested<T>(number, name, FieldKind.Record);

    public void Records<T>(int number, string name, ref ImmutableArray<T> value)
        where T : IFields<T> => AddNested<T>(number, name, FieldKind.Records);

    public void Case<T>(int number, string name, ref T? value)
        where T : class, IFields<T> => AddNested<T>(number, name, FieldKind.Case);

    private static RecordDescription DescribeOne<T>(SortedDictionary<string, RecordDescription?> known)
        where T : IFields<T>
    {
        var name = T.Name.ToString();
        known[name] = null;
        var fields = new List<FieldDescription>();
        var describer = new FieldDescriber(fields, known);
        T.Fields(ref describer, default);
        var description = new RecordDescription(T.Name, [.. fields], []);
        known[name] = description;
        return description;
    }

    private void Add(int number, string name, FieldKind kind, TypeName? nested = null)
    {
        if (fields.Count > 0 && number <= fields[^1].Number)
        {
            throw new InvalidOperationException($"Field {name} has number {number}, not above {fields[^1].Number}.");
        }

        fields.Add(new(number, name, kind, nested));
    }

    private void AddNested<T>(int number, string name, FieldKind kind)
        where T : IFields<T>
    {
        Add(number, name, kind, T.Name);
        if (!known.ContainsKey(T.Name.ToString()))
        {
            DescribeOne<T>(known);
        }
    }
}
