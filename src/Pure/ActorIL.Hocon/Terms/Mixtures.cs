using System.Collections.Immutable;

namespace ActorIL.Hocon.Terms;

/// <summary>Concatenations hold values of one kind: texts, arrays or objects.</summary>
internal static class Mixtures
{
    /// <summary>The error of a mixture that no substitution can mend; null if there is none.</summary>
    public static HoconError? Find(ImmutableArray<Term> terms)
    {
        var kinds = terms.Select(KindOf).ToImmutableArray();
        var hasText = kinds.Contains(TermKind.Text);
        var hasArray = kinds.Contains(TermKind.Array);
        var hasObject = kinds.Contains(TermKind.Object) || kinds.Contains(TermKind.IndexedObject);
        var isConvertible = kinds.Contains(TermKind.IndexedObject) || kinds.Contains(TermKind.Unknown);
        var isWrong = (hasText && (hasArray || hasObject)) || (hasArray && hasObject && !isConvertible);
        if (!isWrong)
        {
            return null;
        }

        var first = kinds.First(kind => kind != TermKind.Unknown);
        var second = kinds.First(kind => kind != TermKind.Unknown && Describe(kind) != Describe(first));
        return Error(terms[kinds.IndexOf(second)].Origin, Describe(second), Describe(first));
    }

    public static HoconError Error(HoconOrigin origin, string found, string before) =>
        new(
            origin,
            $"{found} concatenated with {before}",
            "texts with texts, arrays with arrays or objects with objects",
            "Separate the values by a comma or a new line, or quote what belongs to a text."
        );

    private static TermKind KindOf(Term term) =>
        term.Match(
            literal: _ => TermKind.Text,
            sequence: _ => TermKind.Array,
            structure: structure =>
                structure.Fields.Any(field => NumericKeys.TryIndex(field.Key, out _))
                    ? TermKind.IndexedObject
                    : TermKind.Object,
            substitution: _ => TermKind.Unknown,
            concatenation: _ => TermKind.Unknown,
            previous: _ => TermKind.Unknown
        );

    private static string Describe(TermKind kind) =>
        kind switch
        {
            TermKind.Text => "a simple value",
            TermKind.Array => "an array",
            TermKind.Object or TermKind.IndexedObject => "an object",
            TermKind.Unknown => "a substitution",
        };
}
