using ActorIL.Core.Experience;
using ActorIL.Core.Randomness;
using ActorIL.Environments.Perturbations;

namespace ActorIL.Environments.Combinators;

/// <summary>
/// A perturbation of an environment under a time limit. No push comes later than in the middle of an episode, so that
/// a shorter limit leaves steps to recover in.
/// </summary>
/// <param name="Inner">Of the environment itself.</param>
/// <param name="StepCountMax">The limit, steps, ≥ 1.</param>
public sealed record TimeLimitedPerturbation<TState>(IPerturbation<TState> Inner, int StepCountMax)
    : IPerturbation<TimeLimitState<TState>>
    where TState : Core.Fields.IFields<TState>
{
    public PerturbationTerms Terms
    {
        get
        {
            var until = Math.Min(Inner.Terms.PushUntil, Math.Max(1, StepCountMax / 2));
            return Inner.Terms with { PushFrom = Math.Min(Inner.Terms.PushFrom, until), PushUntil = until };
        }
    }

    public TimeLimitState<TState> WideStart(RngKey key) => new(Inner.WideStart(key), StepCount: 0);

    public TimeLimitState<TState> Push(in TimeLimitState<TState> state, RngKey key) =>
        state with
        {
            Inner = Inner.Push(state.Inner, key),
        };

    public bool HasRecovered(in TimeLimitState<TState> state, Ending ending) => Inner.HasRecovered(state.Inner, ending);
}
