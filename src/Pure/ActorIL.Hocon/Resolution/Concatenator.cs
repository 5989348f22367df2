using System.Collections.Immutable;
using ActorIL.Hocon.Terms;

namespace ActorIL.Hocon.Resolution;

/// <summary>Joins the evaluated parts of a concatenation: texts, arrays, or objects.</summary>
internal static class Concatenator
{
    public static Shallow Join(Term.Concatenation concatenation, ImmutableArray<Shallow> values, Budget budget)
    {
        var failures = Select<Shallow>(values, failed: failed => [failed]);
        var scalars = Select<HoconValue>(values, scalar: scalar => [scalar.Value]);
        var structures = Select<Term.Structure>(values, layers: layers => layers.Structures);
        var hasItems = Select<bool>(values, items: _ => [true]).Length > 0;
        if (failures.Length > 0)
        {
            return failures[0];
        }

        if (scalars.Length > 0 && (hasItems || structures.Length > 0))
        {
            return Mixture(concatenation, hasItems ? "an array" : "an object", "a simple value");
        }

        return hasItems ? JoinArrays(concatenation, values, budget)
            : structures.Length > 0 ? JoinObjects(concatenation, structures, budget)
            : JoinTexts(concatenation, values, scalars, budget);
    }

    private static Shallow JoinObjects(
        Term.Concatenation concatenation,
        ImmutableArray<Term.Structure> structures,
        Budget budget
    ) => budget.TrySpendConcatenated(structures.Length) ? new Shallow.Layers(structures) : TooLong(concatenation);

    // An object with numeric keys stands for an array here, since an array is wanted.
    private static Shallow JoinArrays(Term.Concatenation concatenation, ImmutableArray<Shallow> values, Budget budget)
    {
        var hasOtherObject = Select<bool>(values, layers: layers => [ElementsOf(layers).IsEmpty]).Contains(true);
        if (hasOtherObject)
        {
            return Mixture(concatenation, "an object without numeric keys", "an array");
        }

        var count = Select<long>(values, items: items => [items.Stacks.Length]).Sum();
        return budget.TrySpendConcatenated(count)
            ? new Shallow.Items(
                Select<ImmutableArray<Term>>(
                    values,
                    items: items => items.Stacks,
                    layers: layers => ElementsOf(layers)
                ),
                concatenation.Origin
            )
            : TooLong(concatenation);
    }

    private static ImmutableArray<ImmutableArray<Term>> ElementsOf(Shallow.Layers layers) =>
        [.. NumericKeys.InOrder(layers.Keys(), field => field.Key).Select(field => layers.StackOf(field.Key))];

    // Undefined parts are empty texts; but with nothing at all there is no text either.
    private static Shallow JoinTexts(
        Term.Concatenation concatenation,
        ImmutableArray<Shallow> values,
        ImmutableArray<HoconValue> scalars,
        Budget budget
    )
    {
        var pieces = new List<string>();
        for (var index = 0; index < values.Length; index++)
        {
            pieces.Add(index == 0 ? "" : concatenation.Parts[index].Whitespace);
            pieces.Add(string.Concat(Select<string>([values[index]], scalar: scalar => [ScalarText.Of(scalar.Value)])));
        }

        var length = pieces.Sum(piece => (long)piece.Length);
        if (scalars.IsEmpty && length == 0)
        {
            return new Shallow.Undefined(
                Select<Cycle?>(values, undefined: undefined => [undefined.Cycle])
                    .FirstOrDefault(cycle => cycle is not null)
            );
        }

        if (!budget.TrySpendConcatenated(length))
        {
            return TooLong(concatenation);
        }

        var origin = scalars.IsEmpty ? concatenation.Origin : scalars[0].Origin;
        return new Shallow.Scalar(
            new HoconValue.Text(
                string.Concat(pieces),
                origin with
                {
                    EnvironmentNames = [.. scalars.SelectMany(scalar => scalar.Origin.EnvironmentNames).Distinct()],
                }
            )
        );
    }

    private static ImmutableArray<T> Select<T>(
        ImmutableArray<Shallow> values,
        Func<Shallow.Undefined, IEnumerable<T>>? undefined = null,
        Func<Shallow.Scalar, IEnumerable<T>>? scalar = null,
        Func<Shallow.Items, IEnumerable<T>>? items = null,
        Func<Shallow.Layers, IEnumerable<T>>? layers = null,
        Func<Shallow.Failed, IEnumerable<T>>? failed = null
    ) =>
        [
            .. values.SelectMany(value =>
                value.Match(
                    undefined: undefined ?? (_ => []),
                    scalar: scalar ?? (_ => []),
                    items: items ?? (_ => []),
                    layers: layers ?? (_ => []),
                    failed: failed ?? (_ => [])
                )
            ),
        ];

    private static Shallow.Failed Mixture(Term.Concatenation concatenation, string found, string before) =>
        new(Mixtures.Error(concatenation.Origin, found, before), Cycle: null);

    private static Shallow.Failed TooLong(Term.Concatenation concatenation) =>
        new(
            Budget.Exceeded(
                concatenation.Origin,
                "values that grow without end by concatenation",
                $"at most {HoconLimits.ConcatenatedLengthMax} characters and elements in all"
            ),
            Cycle: null
        );
}
