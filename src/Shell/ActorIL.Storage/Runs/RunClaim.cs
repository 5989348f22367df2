using ActorIL.Core.Prelude;

namespace ActorIL.Storage.Runs;

/// <summary>What came of asking for a folder: it is ours, or it belongs to another run.</summary>
internal abstract record RunClaim
{
    private RunClaim() { }

    public abstract TOut Match<TOut>(Func<Owned, TOut> owned, Func<Taken, TOut> taken);

    public sealed record Owned(RunPaths Paths, RunLock Lock) : RunClaim
    {
        public override TOut Match<TOut>(Func<Owned, TOut> owned, Func<Taken, TOut> taken) => owned(this);
    }

    /// <param name="Reason">What stands in the way, for the user.</param>
    public sealed record Taken(Error Reason) : RunClaim
    {
        public override TOut Match<TOut>(Func<Owned, TOut> owned, Func<Taken, TOut> taken) => taken(this);
    }
}
