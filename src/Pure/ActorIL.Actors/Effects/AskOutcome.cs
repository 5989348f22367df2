namespace ActorIL.Actors.Effects;

/// <summary>What came of an ask.</summary>
public abstract record AskOutcome
{
    private AskOutcome() { }

    public abstract T Match<T>(Func<Replied, T> replied, Func<TimedOut, T> timedOut, Func<Dead, T> dead);

    /// <summary>The answer.</summary>
    public sealed record Replied(object Value) : AskOutcome
    {
        /// <summary>The answer, of the type the reply address named.</summary>
        public TReply As<TReply>()
            where TReply : class => (TReply)Value;

        public override T Match<T>(Func<Replied, T> replied, Func<TimedOut, T> timedOut, Func<Dead, T> dead) =>
            replied(this);
    }

    /// <summary>No answer within the time-out.</summary>
    public sealed record TimedOut : AskOutcome
    {
        public override T Match<T>(Func<Replied, T> replied, Func<TimedOut, T> timedOut, Func<Dead, T> dead) =>
            timedOut(this);
    }

    /// <summary>No answer ever: there is no such actor, it has stopped, or it failed on the request.</summary>
    public sealed record Dead : AskOutcome
    {
        public override T Match<T>(Func<Replied, T> replied, Func<TimedOut, T> timedOut, Func<Dead, T> dead) =>
            dead(this);
    }
}
