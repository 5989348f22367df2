using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ActorIL.Core.Fields;

namespace ActorIL.Environments.Configuration;

/// <summary>Lists parameters by the names a configuration has for them.</summary>
/// <param name="rows">Where they go, in order.</param>
/// <param name="prefix">The names of the records around them, each with a point.</param>
internal readonly ref struct ParameterListing(ImmutableArray<EnvironmentParameter>.Builder rows, string prefix)
    : IFieldVisitor
{
    public static bool Rebuilds => false;

    public void Field(int number, string name, ref bool value) =>
        Add(name, ParameterKinds.Switch, value ? "true" : "false");

    public void Field(int number, string name, ref int value) => Add(name, ParameterKinds.Whole, Number(value));

    public void Field(int number, string name, ref long value) => Add(name, ParameterKinds.Whole, Number(value));

    public void Field(int number, string name, ref ulong value) => Add(name, ParameterKinds.Whole, Number(value));

    public void Field(int number, string name, ref float value) =>
        Add(name, ParameterKinds.Number, float.IsFinite(value) ? Number(value) : "null");

    public void Field(int number, string name, ref double value) =>
        Add(name, ParameterKinds.Number, double.IsFinite(value) ? Number(value) : "null");

    public void Field(int number, string name, ref string value) => Add(name, ParameterKinds.Text, Quote(value));

    public void Field(int number, string name, ref ImmutableArray<byte> value) => AddTable(name, value.Length);

    public void Field(int number, string name, ref ImmutableArray<int> value) =>
        Add(name, ParameterKinds.Integers, $"[{string.Join(", ", value.Select(static item => Number(item)))}]");

    public void Field(int number, string name, ref ImmutableArray<long> value) => AddTable(name, value.Length);

    public void Field(int number, string name, ref ImmutableArray<float> value) => AddTable(name, value.Length);

    public void Field(int number, string name, ref ImmutableArray<double> value) => AddTable(name, value.Length);

    public void Block(int number, string name, ref ParameterBlock? value) => AddTable(name, value?.Count ?? 0);

    public void Record<T>(int number, string name, ref T? value)
        where T : IFields<T>
    {
        if (value is not null)
        {
            var inner = new ParameterListing(rows, ParameterNames.Below(prefix, name));
            T.Fields(ref inner, value);
        }
    }

    public void Records<T>(int number, string name, ref ImmutableArray<T> value)
        where T : IFields<T> => AddTable(name, value.Length);

    public void Case<T>(int number, string name, ref T? value)
        where T : class, IFields<T> => Record(number, name, ref value);

    // Parameters are few numbers; of a table only the size is shown.
    private void AddTable(string name, int count) => Add(name, ParameterKinds.Fixed, Quote($"{Number(count)} values"));

    private static string Number(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);

    private static string Quote(string text) => $"\"{JsonEncodedText.Encode(text)}\"";

    private void Add(string name, string kind, string json) =>
        rows.Add(new(ParameterNames.Of(prefix, name), kind, json));
}
