using System.Globalization;
using ActorIL.Core.Fields;

namespace ActorIL.Cli.Traces;

/// <summary>
/// Holds a decoded value against what was typed. Numbers compare as numbers, texts by their code units.
/// </summary>
internal static class PredicateTest
{
    public static bool Holds(FieldNode node, PredicateComparison comparison, string value) =>
        node.Match(
            boolean => Text(boolean.Value ? "true" : "false", comparison, value),
            integer => Whole(integer.Value, comparison, value),
            identity => Text(identity.Value.ToString("x16", CultureInfo.InvariantCulture), comparison, value),
            single => Single(single.Value, comparison, value),
            wide => Double(wide.Value, comparison, value),
            text => Text(text.Value, comparison, value),
            bytes => Any(bytes.Values, comparison, item => Whole(item, PredicateComparison.Equal, value)),
            integers => Any(integers.Values, comparison, item => Whole(item, PredicateComparison.Equal, value)),
            singles => Any(singles.Values, comparison, item => Single(item, PredicateComparison.Equal, value)),
            doubles => Any(doubles.Values, comparison, item => Double(item, PredicateComparison.Equal, value)),
            block => Text(block.Hash.ToString("x16", CultureInfo.InvariantCulture), comparison, value),
            _ => false,
            _ => false,
            _ => Text("absent", comparison, value)
        );

    private static bool Any<T>(IEnumerable<T> items, PredicateComparison comparison, Func<T, bool> isEqual) =>
        comparison == PredicateComparison.Contains && items.Any(isEqual);

    // Floats are held against the float nearest to what was typed, so that 0.1 equals a 0.1 that was recorded.
    private static bool Single(float found, PredicateComparison comparison, string value) =>
        float.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && Numbers(found, number, comparison);

    private static bool Double(double found, PredicateComparison comparison, string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && Numbers(found, number, comparison);

    private static bool Whole(long found, PredicateComparison comparison, string value) =>
        long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? Ordered(found.CompareTo(number), comparison)
            : Double(found, comparison, value);

    private static bool Numbers(double found, double value, PredicateComparison comparison) =>
        double.IsNaN(found) || double.IsNaN(value)
            ? (double.IsNaN(found) && double.IsNaN(value)) == (comparison == PredicateComparison.Equal)
                && comparison is PredicateComparison.Equal or PredicateComparison.NotEqual
            : Ordered(found == value ? 0 : found.CompareTo(value), comparison);

    private static bool Text(string found, PredicateComparison comparison, string value) =>
        comparison == PredicateComparison.Contains
            ? found.Contains(value, StringComparison.Ordinal)
            : Ordered(string.CompareOrdinal(found, value), comparison);

    private static bool Ordered(int order, PredicateComparison comparison) =>
        comparison switch
        {
            PredicateComparison.Equal => order == 0,
            PredicateComparison.NotEqual => order != 0,
            PredicateComparison.Less => order < 0,
            PredicateComparison.LessOrEqual => order <= 0,
            PredicateComparison.Greater => order > 0,
            PredicateComparison.GreaterOrEqual => order >= 0,
            PredicateComparison.Contains => false,
        };
}
