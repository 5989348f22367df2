namespace ActorIL.Cli.Traces;

/// <summary>One comparison of a predicate.</summary>
/// <param name="Field">A path into the payload, or one of <see cref="TracePredicate.Headings"/>.</param>
/// <param name="Comparison">How.</param>
/// <param name="Value">With what, as it was typed.</param>
internal sealed record PredicateTerm(string Field, PredicateComparison Comparison, string Value);
