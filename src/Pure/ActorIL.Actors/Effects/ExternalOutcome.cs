namespace ActorIL.Actors.Effects;

/// <summary>What came of an external operation.</summary>
public abstract record ExternalOutcome
{
    private ExternalOutcome() { }

    public abstract T Match<T>(Func<Completed, T> completed, Func<Refused, T> refused);

    /// <summary>The result, as the interpreter gives it.</summary>
    public sealed record Completed(object Value) : ExternalOutcome
    {
        /// <summary>The result, of the type the operation promises.</summary>
        public TResult As<TResult>()
            where TResult : class => (TResult)Value;

        public override T Match<T>(Func<Completed, T> completed, Func<Refused, T> refused) => completed(this);
    }

    /// <summary>It could not be done, and why.</summary>
    public sealed record Refused(string Reason) : ExternalOutcome
    {
        public override T Match<T>(Func<Completed, T> completed, Func<Refused, T> refused) => refused(this);
    }
}
