using ActorIL.Actors.Effects;

namespace ActorIL.Training.Coordination;

/// <summary>Answers of asks that have no time-out.</summary>
internal static class AskAnswers
{
    /// <summary>The answer; none is a failure of the asker, for nobody here stops while it is asked.</summary>
    /// <exception cref="InvalidOperationException">The asked actor is gone.</exception>
    public static TReply Require<TReply>(AskOutcome outcome)
        where TReply : class =>
        outcome.Match(
            replied: replied => replied.As<TReply>(),
            timedOut: _ => throw new InvalidOperationException($"No {typeof(TReply).Name} came in time."),
            dead: _ => throw new InvalidOperationException($"Who was asked for {typeof(TReply).Name} is gone.")
        );
}
