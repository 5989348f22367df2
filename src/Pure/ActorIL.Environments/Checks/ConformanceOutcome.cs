namespace ActorIL.Environments.Checks;

/// <summary>How a check went.</summary>
public abstract record ConformanceOutcome
{
    private ConformanceOutcome() { }

    public abstract TOut Match<TOut>(
        Func<Passed, TOut> passed, Func<Warned, TOut> warned, Func<Failed, TOut> failed);

    /// <summary>The claim held wherever it was tried.</summary>
    public sealed record Passed : ConformanceOutcome
    {
        public override TOut Match<TOut>(
            Func<Passed, TOut> passed, Func<Warned, TOut> warned, Func<Failed, TOut> failed) => passed(this);
    }

    /// <summary>Allowed, but rarely meant.</summary>
    public sealed record Warned(ConformanceEvidence Evidence) : ConformanceOutcome
    {
        public override TOut Match<TOut>(
            Func<Passed, TOut> passed, Func<Warned, TOut> warned, Func<Failed, TOut> failed) => warned(this);
    }

    /// <summary>The claim broke: runs of this environment cannot be trusted.</summary>
    public sealed record Failed(ConformanceEvidence Evidence) : ConformanceOutcome
    {
        public override TOut Match<TOut>(
            Func<Passed, TOut> passed, Func<Warned, TOut> warned, Func<Failed, TOut> failed) => failed(this);
    }
}
