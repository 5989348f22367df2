using System.Collections.Immutable;

namespace ActorIL.Cli.Datasets;

/// <summary>What came of a claim about a data set.</summary>
internal abstract record ClaimOutcome
{
    private ClaimOutcome() { }

    public abstract T Match<T>(Func<Held, T> held, Func<Broken, T> broken, Func<Skipped, T> skipped);

    /// <param name="Detail">What was looked at; may be empty.</param>
    internal sealed record Held(string Detail) : ClaimOutcome
    {
        public override T Match<T>(Func<Held, T> held, Func<Broken, T> broken, Func<Skipped, T> skipped) => held(this);
    }

    /// <param name="Findings">At least one, the first ones of all.</param>
    internal sealed record Broken(ImmutableArray<Finding> Findings) : ClaimOutcome
    {
        public override T Match<T>(Func<Held, T> held, Func<Broken, T> broken, Func<Skipped, T> skipped) =>
            broken(this);
    }

    /// <param name="Reason">Why it could not be looked at.</param>
    internal sealed record Skipped(string Reason) : ClaimOutcome
    {
        public override T Match<T>(Func<Held, T> held, Func<Broken, T> broken, Func<Skipped, T> skipped) =>
            skipped(this);
    }
}
