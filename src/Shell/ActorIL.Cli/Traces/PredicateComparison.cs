namespace ActorIL.Cli.Traces;

/// <summary>How a predicate holds a field against a value.</summary>
internal enum PredicateComparison
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,

    /// <summary>A text has this part, or an array this item.</summary>
    Contains,
}
