using System.Collections.Immutable;

namespace ActorIL.Hocon.Terms;

/// <summary>
/// A value as it was parsed, before substitutions are replaced. Terms are told apart by reference: each stands for one
/// place in one text.
/// </summary>
internal abstract record Term
{
    private Term(HoconOrigin origin) => Origin = origin;

    public HoconOrigin Origin { get; }

    /// <summary>The look at the field itself, where this stands for +=.</summary>
    public Substitution? Appended =>
        Match(
            literal: _ => null,
            sequence: _ => null,
            structure: _ => null,
            substitution: substitution => substitution.IsAppend ? substitution : null,
            concatenation: concatenation => concatenation.Parts[0].Term.Appended,
            previous: _ => null
        );

    public abstract T Match<T>(
        Func<Literal, T> literal,
        Func<Sequence, T> sequence,
        Func<Structure, T> structure,
        Func<Substitution, T> substitution,
        Func<Concatenation, T> concatenation,
        Func<Previous, T> previous
    );

    /// <summary>A text, number, boolean or null.</summary>
    internal sealed record Literal(HoconValue Value) : Term(Value.Origin)
    {
        public override T Match<T>(
            Func<Literal, T> literal,
            Func<Sequence, T> sequence,
            Func<Structure, T> structure,
            Func<Substitution, T> substitution,
            Func<Concatenation, T> concatenation,
            Func<Previous, T> previous
        ) => literal(this);
    }

    /// <summary>An array.</summary>
    internal sealed record Sequence(ImmutableArray<Term> Elements, HoconOrigin Origin) : Term(Origin)
    {
        public override T Match<T>(
            Func<Literal, T> literal,
            Func<Sequence, T> sequence,
            Func<Structure, T> structure,
            Func<Substitution, T> substitution,
            Func<Concatenation, T> concatenation,
            Func<Previous, T> previous
        ) => sequence(this);
    }

    /// <summary>An object. Each key has every value it was given that may still matter, the oldest first.</summary>
    internal sealed record Structure(ImmutableArray<FieldTerm> Fields, HoconOrigin Origin) : Term(Origin)
    {
        private readonly ImmutableSortedDictionary<string, FieldTerm> fieldOfKey = Fields.ToImmutableSortedDictionary(
            field => field.Key,
            field => field,
            StringComparer.Ordinal
        );

        public ImmutableArray<Term> StackOf(string key) =>
            fieldOfKey.TryGetValue(key, out var field) ? field.Stack : [];

        public override T Match<T>(
            Func<Literal, T> literal,
            Func<Sequence, T> sequence,
            Func<Structure, T> structure,
            Func<Substitution, T> substitution,
            Func<Concatenation, T> concatenation,
            Func<Previous, T> previous
        ) => structure(this);
    }

    /// <summary>${path} or ${?path}.</summary>
    /// <param name="Path">From the root of the configuration: where the text was included, then as written.</param>
    /// <param name="IncludedAtLength">How many leading elements of the path say where the text was included.</param>
    /// <param name="IsOptional">Undefined is allowed.</param>
    /// <param name="IsAppend">The look at the field itself that += stands for; it looks nowhere else.</param>
    /// <param name="Origin">Where it was written.</param>
    internal sealed record Substitution(
        ImmutableArray<string> Path,
        int IncludedAtLength,
        bool IsOptional,
        bool IsAppend,
        HoconOrigin Origin
    ) : Term(Origin)
    {
        public ImmutableArray<string> WrittenPath => Path[IncludedAtLength..];

        public string Written => $"${{{(IsOptional ? "?" : "")}{new HoconPath(WrittenPath)}}}";

        public override T Match<T>(
            Func<Literal, T> literal,
            Func<Sequence, T> sequence,
            Func<Structure, T> structure,
            Func<Substitution, T> substitution,
            Func<Concatenation, T> concatenation,
            Func<Previous, T> previous
        ) => substitution(this);
    }

    /// <summary>Two or more values on one line.</summary>
    internal sealed record Concatenation(ImmutableArray<ConcatenationPart> Parts, HoconOrigin Origin) : Term(Origin)
    {
        public override T Match<T>(
            Func<Literal, T> literal,
            Func<Sequence, T> sequence,
            Func<Structure, T> structure,
            Func<Substitution, T> substitution,
            Func<Concatenation, T> concatenation,
            Func<Previous, T> previous
        ) => concatenation(this);
    }

    /// <summary>The value the same key had before: what += adds to inside an array, where no path leads.</summary>
    internal sealed record Previous(HoconOrigin Origin) : Term(Origin)
    {
        public override T Match<T>(
            Func<Literal, T> literal,
            Func<Sequence, T> sequence,
            Func<Structure, T> structure,
            Func<Substitution, T> substitution,
            Func<Concatenation, T> concatenation,
            Func<Previous, T> previous
        ) => previous(this);
    }
}
