using ActorIL.Actors.Supervision;
using ActorIL.Core.Prelude;

namespace ActorIL.Actors.Hosts;

/// <summary>How a call of Run ended.</summary>
public abstract record RunOutcome
{
    private RunOutcome() { }

    public abstract T Match<T>(
        Func<Completed, T> completed,
        Func<Interrupted, T> interrupted,
        Func<Failed, T> failed,
        Func<Faulted, T> faulted
    );

    /// <summary>Nothing is left to deliver, or the root has stopped.</summary>
    public sealed record Completed : RunOutcome
    {
        public override T Match<T>(
            Func<Completed, T> completed,
            Func<Interrupted, T> interrupted,
            Func<Failed, T> failed,
            Func<Faulted, T> faulted
        ) => completed(this);
    }

    /// <summary>The caller asked to stop between two rounds; Run may be called again.</summary>
    public sealed record Interrupted : RunOutcome
    {
        public override T Match<T>(
            Func<Completed, T> completed,
            Func<Interrupted, T> interrupted,
            Func<Failed, T> failed,
            Func<Faulted, T> faulted
        ) => interrupted(this);
    }

    /// <summary>A failure reached the root and nobody was left to answer it.</summary>
    public sealed record Failed(Failure Failure) : RunOutcome
    {
        public override T Match<T>(
            Func<Completed, T> completed,
            Func<Interrupted, T> interrupted,
            Func<Failed, T> failed,
            Func<Faulted, T> faulted
        ) => failed(this);
    }

    /// <summary>
    /// The system cannot go on: endless hops within a tick, two paths of one id, a message of the wrong type.
    /// </summary>
    public sealed record Faulted(Error Error) : RunOutcome
    {
        public override T Match<T>(
            Func<Completed, T> completed,
            Func<Interrupted, T> interrupted,
            Func<Failed, T> failed,
            Func<Faulted, T> faulted
        ) => faulted(this);
    }
}
