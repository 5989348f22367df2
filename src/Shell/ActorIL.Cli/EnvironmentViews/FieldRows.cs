using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ActorIL.Core.Fields;

namespace ActorIL.Cli.EnvironmentViews;

/// <summary>Lists a value field by field.</summary>
/// <param name="rows">Where fields go, in order.</param>
/// <param name="prefix">The names of the records around it, each with a point.</param>
internal readonly ref struct FieldRows(List<FieldRow> rows, string prefix) : IFieldVisitor
{
    public static bool Rebuilds => false;

    public void Field(int number, string name, ref bool value) => Add(name, value ? "true" : "false");

    public void Field(int number, string name, ref int value) => Add(name, Number(value));

    public void Field(int number, string name, ref long value) => Add(name, Number(value));

    public void Field(int number, string name, ref ulong value) => Add(name, Number(value));

    public void Field(int number, string name, ref float value) =>
        Add(name, float.IsFinite(value) ? Number(value) : "null");

    public void Field(int number, string name, ref double value) =>
        Add(name, double.IsFinite(value) ? Number(value) : "null");

    public void Field(int number, string name, ref string value) => Add(name, Quote(value));

    public void Field(int number, string name, ref ImmutableArray<byte> value) => AddCount(name, value.Length);

    public void Field(int number, string name, ref ImmutableArray<int> value) => AddCount(name, value.Length);

    public void Field(int number, string name, ref ImmutableArray<long> value) => AddCount(name, value.Length);

    public void Field(int number, string name, ref ImmutableArray<float> value) => AddCount(name, value.Length);

    public void Field(int number, string name, ref ImmutableArray<double> value) => AddCount(name, value.Length);

    public void Block(int number, string name, ref ParameterBlock? value) => AddCount(name, value?.Count ?? 0);

    public void Record<T>(int number, string name, ref T? value)
        where T : IFields<T>
    {
        if (value is not null)
        {
            var inner = new FieldRows(rows, $"{prefix}{name}.");
            T.Fields(ref inner, value);
        }
    }

    public void Records<T>(int number, string name, ref ImmutableArray<T> value)
        where T : IFields<T> => AddCount(name, value.Length);

    public void Case<T>(int number, string name, ref T? value)
        where T : class, IFields<T> => Record(number, name, ref value);

    // Constants are few numbers; of a table only the size is shown.
    private void AddCount(string name, int count) => Add(name, Quote($"{Number(count)} values"));

    private static string Number(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);

    private static string Quote(string text) => $"\"{JsonEncodedText.Encode(text)}\"";

    private void Add(string name, string json) => rows.Add(new(prefix + name, json));
}
