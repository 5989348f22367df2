using System.Collections.Immutable;
using ActorIL.Hocon.Terms;

namespace ActorIL.Hocon.Resolution;

/// <summary>
/// Evaluates terms on demand. A substitution means the final value at its path. Where that value is being evaluated
/// already, the look goes back to what the same key was before; where there was nothing before, there is no value.
/// </summary>
internal sealed class Evaluator(ImmutableArray<Term> root, Func<string, string?> environment, Budget budget)
{
    // Each occurrence of a substitution means one value, wherever it is looked at from.
    private readonly Dictionary<Term, Shallow> valueOf = new(ReferenceEqualityComparer.Instance);

    // The terms being evaluated, each with the number of substitutions that led to it.
    private readonly Dictionary<Term, int> chainLengthAt = new(ReferenceEqualityComparer.Instance);
    private readonly List<Term.Substitution> chain = [];
    private readonly SortedSet<string> environmentNames = new(StringComparer.Ordinal);
    private int depth;

    public Unfolding Unfolding { get; } = new();

    public ImmutableArray<string> EnvironmentNames => [.. environmentNames];

    public void Forget(Term.Substitution substitution) => valueOf[substitution] = new Shallow.Undefined(Cycle: null);

    /// <summary>The value of a key from all it was given: objects merge, anything else hides what is older.</summary>
    /// <param name="stack">What the key was given, the oldest first.</param>
    /// <param name="unfolded">Takes the substitutions the value comes from; null if it is only looked through.</param>
    public Shallow Evaluate(ImmutableArray<Term> stack, List<Term.Substitution>? unfolded)
    {
        if (depth == HoconLimits.SubstitutionDepthMax)
        {
            return new Shallow.Failed(ResolutionError.TooDeep(stack[^1].Origin), Cycle: null);
        }

        if (!budget.TrySpendEvaluation())
        {
            return new Shallow.Failed(ResolutionError.TooLong(stack[^1].Origin), Cycle: null);
        }

        depth++;
        var value = Merge(stack, unfolded);
        depth--;
        return value;
    }

    private Shallow Merge(ImmutableArray<Term> stack, List<Term.Substitution>? unfolded)
    {
        var visibleCount = VisibleCount(stack);
        var cycle = visibleCount < stack.Length ? CycleTo(stack[visibleCount]) : null;
        ImmutableArray<Term.Structure> merged = [];
        Shallow? result = null;
        for (var index = visibleCount - 1; index >= 0 && result is null; index--)
        {
            var older = index;
            EvaluateOlderAppends(stack, index);
            result = Evaluate(stack[index], stack, index, unfolded)
                .Match<Shallow?>(
                    undefined: undefined =>
                    {
                        cycle ??= undefined.Cycle;
                        return null;
                    },
                    scalar: scalar => merged.IsEmpty ? scalar : new Shallow.Layers(merged),
                    items: items => merged.IsEmpty ? items : new Shallow.Layers(merged),
                    layers: layers =>
                    {
                        merged = [.. layers.Structures, .. merged];
                        return null;
                    },
                    failed: failed => LookBack(failed, stack[..older], unfolded)
                );
        }

        return result ?? (merged.IsEmpty ? new Shallow.Undefined(cycle) : new Shallow.Layers(merged));
    }

    // While a term is evaluated, its key has only the values below it: neither the term nor what overrides it.
    private int VisibleCount(ImmutableArray<Term> stack)
    {
        var count = 0;
        while (count < stack.Length && !chainLengthAt.ContainsKey(stack[count]))
        {
            count++;
        }

        return count;
    }

    private Cycle CycleTo(Term term)
    {
        var links = chain.Skip(chainLengthAt[term]).Select(link => link.Written).ToList();
        return new Cycle(string.Join(" -> ", links.Concat(links.Take(1))), term);
    }

    // A long run of += would nest as deep as it is long, unless the oldest is evaluated first.
    private void EvaluateOlderAppends(ImmutableArray<Term> stack, int newest)
    {
        var oldest = newest;
        while (oldest >= 0 && stack[oldest].Appended is { } appended && !valueOf.ContainsKey(appended))
        {
            oldest--;
        }

        for (var index = oldest + 1; index < newest; index++)
        {
            Evaluate(stack[index], stack, index, unfolded: null);
        }
    }

    // A cycle that began outside may be broken here, by the older values of this key.
    private Shallow LookBack(Shallow.Failed failed, ImmutableArray<Term> older, List<Term.Substitution>? unfolded)
    {
        var isInsideCycle = failed.Cycle is { } cycle && chainLengthAt.ContainsKey(cycle.ClosedAt);
        return !isInsideCycle || older.IsEmpty
            ? failed
            : Evaluate(older, unfolded)
                .Match(
                    undefined: _ => failed,
                    scalar: scalar => scalar,
                    items: items => items,
                    layers: layers => layers,
                    failed: _ => (Shallow)failed
                );
    }

    private Shallow Evaluate(Term term, ImmutableArray<Term> stack, int index, List<Term.Substitution>? unfolded) =>
        term.Match(
            literal: literal => new Shallow.Scalar(literal.Value),
            sequence: sequence => new Shallow.Items(
                [.. sequence.Elements.Select(element => ImmutableArray.Create(element))],
                sequence.Origin
            ),
            structure: structure => new Shallow.Layers([structure]),
            substitution: substitution => Guard(substitution, () => Substitute(substitution, unfolded)),
            concatenation: concatenation =>
                Guard(
                    concatenation,
                    () =>
                        Concatenator.Join(
                            concatenation,
                            [.. concatenation.Parts.Select(part => EvaluatePart(part.Term, stack, index, unfolded))],
                            budget
                        )
                ),
            previous: _ => Previous(stack, index, unfolded)
        );

    private Shallow EvaluatePart(Term part, ImmutableArray<Term> stack, int index, List<Term.Substitution>? unfolded) =>
        part.Match(
            literal: literal => Evaluate(literal, stack, index, unfolded),
            sequence: sequence => Evaluate(sequence, stack, index, unfolded),
            structure: structure => Evaluate(structure, stack, index, unfolded),
            substitution: substitution => Substitute(substitution, unfolded),
            concatenation: concatenation => Evaluate(concatenation, stack, index, unfolded),
            previous: previous => Evaluate(previous, stack, index, unfolded)
        );

    private Shallow Previous(ImmutableArray<Term> stack, int index, List<Term.Substitution>? unfolded) =>
        index == 0 ? new Shallow.Undefined(Cycle: null) : Evaluate(stack[..index], unfolded);

    private Shallow Guard(Term term, Func<Shallow> evaluate)
    {
        chainLengthAt[term] = chain.Count;
        var value = evaluate();
        chainLengthAt.Remove(term);
        return value;
    }

    private Shallow Substitute(Term.Substitution substitution, List<Term.Substitution>? unfolded)
    {
        var isKnown = valueOf.TryGetValue(substitution, out var known);
        if (unfolded is not null && !(isKnown && known!.IsUndefined))
        {
            if (Unfolding.IsOpen(substitution))
            {
                return MeetItself(substitution);
            }

            unfolded.Add(substitution);
        }

        if (isKnown)
        {
            return known!;
        }

        chain.Add(substitution);
        var value = Find(substitution)
            .Match(
                undefined: undefined => substitution.IsOptional ? undefined : Unresolved(substitution, undefined.Cycle),
                scalar: scalar => scalar,
                items: items => items,
                layers: layers => layers,
                failed: failed => (Shallow)failed
            );
        chain.RemoveAt(chain.Count - 1);
        if (!value.IsFailed)
        {
            valueOf[substitution] = value;
        }

        return value;
    }

    // First where the text was included, then as written from the root, then in the environment.
    private Shallow Find(Term.Substitution substitution)
    {
        var value = At(substitution.Path);
        if (substitution.IsAppend || !value.IsUndefined)
        {
            return value;
        }

        var written = substitution.IncludedAtLength > 0 ? At(substitution.WrittenPath) : value;
        if (!written.IsUndefined)
        {
            return written;
        }

        var name = string.Join('.', substitution.WrittenPath);
        if (environment(name) is not { } text)
        {
            return value.WhyCycle is null ? written : value;
        }

        environmentNames.Add(name);
        return new Shallow.Scalar(new HoconValue.Text(text, HoconOrigin.OfEnvironment(name)));
    }

    private Shallow At(ImmutableArray<string> path)
    {
        var undefined = new Shallow.Undefined(Cycle: null);
        var value = Evaluate(root, unfolded: null);
        foreach (var key in path)
        {
            value = value.Match(
                undefined: missing => missing,
                scalar: _ => undefined,
                items: _ => undefined,
                layers: layers =>
                    layers.StackOf(key) is { IsEmpty: false } stack ? Evaluate(stack, unfolded: null) : undefined,
                failed: failed => (Shallow)failed
            );
        }

        return value;
    }

    private Shallow MeetItself(Term.Substitution substitution)
    {
        if (!substitution.IsOptional)
        {
            var chainToItself = $"{substitution.Written} -> {substitution.Written}";
            return Unresolved(substitution, new Cycle(chainToItself, substitution));
        }

        Unfolding.MarkCircular(substitution);
        return new Shallow.Undefined(Cycle: null);
    }

    private static Shallow.Failed Unresolved(Term.Substitution substitution, Cycle? cycle) =>
        new(
            cycle is null ? ResolutionError.Undefined(substitution) : ResolutionError.Circular(substitution, cycle),
            cycle
        );
}
