using ActorIL.Core.Experience;

namespace ActorIL.Core.Contracts;

/// <summary>
/// What one step of an environment gives: Continue, Terminated, or Truncated. The state is always the one the step led
/// to, never a reset one, so the final observation of an episode cannot be lost.
/// </summary>
public readonly record struct StepResult<TState>
{
    internal StepResult(TState state, double reward, Ending ending) =>
        (State, Reward, Ending) = (state, reward, ending);

    /// <summary>The state after the step, final if the episode ended.</summary>
    public TState State { get; }

    public double Reward { get; }

    public Ending Ending { get; }

    public TOut Match<TOut>(
        Func<TState, double, TOut> proceed,
        Func<TState, double, TOut> terminated,
        Func<TState, double, TOut> truncated
    ) =>
        Ending switch
        {
            Ending.None => proceed(State, Reward),
            Ending.Terminated => terminated(State, Reward),
            Ending.Truncated => truncated(State, Reward),
        };
}

/// <summary>The three ways a step can go.</summary>
public static class StepResult
{
    public static StepResult<TState> Continue<TState>(TState state, double reward) => new(state, reward, Ending.None);

    public static StepResult<TState> Terminated<TState>(TState finalState, double reward) =>
        new(finalState, reward, Ending.Terminated);

    public static StepResult<TState> Truncated<TState>(TState finalState, double reward) =>
        new(finalState, reward, Ending.Truncated);

    /// <summary>The same outcome with another state: what a combinator needs.</summary>
    public static StepResult<TOut> WithState<TIn, TOut>(this in StepResult<TIn> result, TOut state) =>
        new(state, result.Reward, result.Ending);
}
