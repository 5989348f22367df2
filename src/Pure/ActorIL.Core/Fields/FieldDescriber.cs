using System.Collections.Immutable;

namespace ActorIL.Core.Fields;

/// <summary>Collects a type's schema from its field description.</summary>
internal readonly ref struct FieldDescriber(
    List<FieldDescription> fields,
    SortedDictionary<string, FieldDescriber.Known> known
) : IFieldVisitor
{
    public static bool Rebuilds => false;

    public static RecordDescription Describe<T>()
        where T : IFields<T>
    {
        var known = new SortedDictionary<string, Known>(StringComparer.Ordinal);
        var own = DescribeOne<T>(known);
        return own with
        {
            Mentioned = [.. known.Values.Where(other => other.Type != typeof(T)).Select(other => other.Description)],
        };
    }

    public void Field(int number, string name, ref bool value) => Add(number, name, FieldKind.Boolean);

    public void Field(int number, string name, ref int value) => Add(number, name, FieldKind.Int32);

    public void Field(int number, string name, ref long value) => Add(number, name, FieldKind.Int64);

    public void Field(int number, string name, ref ulong value) => Add(number, name, FieldKind.UInt64);

    public void Field(int number, string name, ref float value) => Add(number, name, FieldKind.Single);

    public void Field(int number, string name, ref double value) => Add(number, name, FieldKind.Double);

    public void Field(int number, string name, ref string value) => Add(number, name, FieldKind.Text);

    public void Field(int number, string name, ref ImmutableArray<byte> value) => Add(number, name, FieldKind.Bytes);

    public void Field(int number, string name, ref ImmutableArray<int> value) =>
        Add(number, name, FieldKind.Int32Array);

    public void Field(int number, string name, ref ImmutableArray<long> value) =>
        Add(number, name, FieldKind.Int64Array);

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

    private static RecordDescription DescribeOne<T>(SortedDictionary<string, Known> known)
        where T : IFields<T>
    {
        // Known before its fields are looked at, since they may mention it again.
        var name = T.Name.ToString();
        known[name] = new(typeof(T), new(T.Name, [], []));
        var fields = new List<FieldDescription>();
        var describer = new FieldDescriber(fields, known);
        T.Fields(ref describer, default);
        var description = new RecordDescription(T.Name, [.. fields], []);
        known[name] = new(typeof(T), description);
        return description;
    }

    private void Add(int number, string name, FieldKind kind, TypeName? nested = null)
    {
        var before = fields.Count > 0 ? fields[^1].Number : 0;
        if (number <= before || number > FieldCodec.NumberMax)
        {
            throw new InvalidOperationException(
                $"Field {name} has number {number}, not above {before} and at most {FieldCodec.NumberMax}."
            );
        }

        if (fields.Any(field => field.Name == name))
        {
            throw new InvalidOperationException($"Field {number} is called {name}, as another one is.");
        }

        fields.Add(new(number, name, kind, nested));
    }

    private void AddNested<T>(int number, string name, FieldKind kind)
        where T : IFields<T>
    {
        Add(number, name, kind, T.Name);
        if (!known.TryGetValue(T.Name.ToString(), out var namesake))
        {
            DescribeOne<T>(known);
        }
        else if (namesake.Type != typeof(T) && !IsAlike<T>(namesake.Description))
        {
            throw new InvalidOperationException($"{typeof(T)} and {namesake.Type} are both called {T.Name}.");
        }
    }

    /// <summary>
    /// Whether a type has the very fields of a namesake, as the forms of one generic type have: on the wire they are
    /// one.
    /// </summary>
    private static bool IsAlike<T>(RecordDescription namesake)
        where T : IFields<T>
    {
        var fields = new List<FieldDescription>();
        var describer = new FieldDescriber(fields, new(StringComparer.Ordinal));
        T.Fields(ref describer, default);
        return fields.SequenceEqual(namesake.Fields);
    }

    /// <summary>A type already met under a name, so that two different types cannot share one.</summary>
    internal readonly record struct Known(Type Type, RecordDescription Description);
}
