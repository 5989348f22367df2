using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ActorIL.Core.Fields;

namespace ActorIL.Environments;

/// <summary>
/// Prints a value field by field, for messages: names, and numbers so that they read back to the same bits.
/// </summary>
internal readonly ref struct FieldText(StringBuilder text) : IFieldVisitor
{
    private const int ItemCountMax = 16;

    public static bool Rebuilds => false;

    /// <summary>The fields of <paramref name="value"/> as <c>name = number, ...</c>.</summary>
    public static string Of<T>(T value)
        where T : IFields<T>
    {
        var text = new StringBuilder();
        var visitor = new FieldText(text);
        T.Fields(ref visitor, value);
        return text.ToString();
    }

    /// <summary>Numbers separated by commas.</summary>
    public static string Of(ReadOnlySpan<float> numbers) => List<float>([.. numbers]);

    public void Field(int number, string name, ref bool value) => Add(name, value ? "true" : "false");

    public void Field(int number, string name, ref int value) => Add(name, Number(value));

    public void Field(int number, string name, ref long value) => Add(name, Number(value));

    public void Field(int number, string name, ref ulong value) => Add(name, Number(value));

    public void Field(int number, string name, ref float value) => Add(name, Number(value));

    public void Field(int number, string name, ref double value) => Add(name, Number(value));

    public void Field(int number, string name, ref string value) => Add(name, $"\"{value}\"");

    public void Field(int number, string name, ref ImmutableArray<byte> value) => Add(name, $"[{List(value)}]");

    public void Field(int number, string name, ref ImmutableArray<int> value) => Add(name, $"[{List(value)}]");

    public void Field(int number, string name, ref ImmutableArray<long> value) => Add(name, $"[{List(value)}]");

    public void Field(int number, string name, ref ImmutableArray<float> value) => Add(name, $"[{List(value)}]");

    public void Field(int number, string name, ref ImmutableArray<double> value) => Add(name, $"[{List(value)}]");

    public void Block(int number, string name, ref ParameterBlock? value) =>
        Add(name, value is null ? "none" : Number(value.Hash));

    public void Record<T>(int number, string name, ref T? value)
        where T : IFields<T> => Add(name, value is null ? "none" : $"({Of(value)})");

    public void Records<T>(int number, string name, ref ImmutableArray<T> value)
        where T : IFields<T> => Add(name, $"[{List(value, item => $"({Of(item)})")}]");

    public void Case<T>(int number, string name, ref T? value)
        where T : class, IFields<T>
    {
        if (value is not null)
        {
            Add(name, $"({Of(value)})");
        }
    }

    private static string Number(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);

    private static string List<T>(ImmutableArray<T> values)
        where T : IFormattable => List(values, item => Number(item));

    private static string List<T>(ImmutableArray<T> values, Func<T, string> print)
    {
        var items = values.IsDefault ? [] : values;
        var shown = string.Join(", ", items.Take(ItemCountMax).Select(print));
        return items.Length > ItemCountMax ? $"{shown}, ... ({Number(items.Length)} in all)" : shown;
    }

    private void Add(string name, string value)
    {
        var separator = text.Length == 0 ? "" : ", ";
        text.Append(separator).Append(name).Append(" = ").Append(value);
    }
}
