namespace ActorIL.Core.Contracts;

/// <summary>One row of a batch failed; whoever knows what the rows are says which episode that was.</summary>
public sealed class RowFailureException : Exception
{
    public RowFailureException()
        : this(row: 0, "A row of a batch failed.") { }

    public RowFailureException(string message)
        : this(row: 0, message) { }

    public RowFailureException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <param name="row">Which, ≥ 0.</param>
    /// <param name="message">What was wrong.</param>
    public RowFailureException(int row, string message)
        : base(message) => Row = row;

    public int Row { get; }
}
