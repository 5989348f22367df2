using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Core.Randomness;
using ActorIL.Environments.Perturbations;

namespace ActorIL.Environments.Combinators;

/// <summary>The perturbation of an environment that is seen in part: what the view remembers is not pushed.</summary>
/// <param name="Inner">Of the whole environment.</param>
/// <param name="MemorySize">Floats the view remembers, ≥ 0.</param>
public sealed record ViewedPerturbation<TState>(IPerturbation<TState> Inner, int MemorySize)
    : IPerturbation<PartialObservationState<TState>>
    where TState : IFields<TState>
{
    public PerturbationTerms Terms => Inner.Terms;

    public PartialObservationState<TState> WideStart(RngKey key) =>
        new(Inner.WideStart(key), [.. new float[MemorySize]]);

    public PartialObservationState<TState> Push(in PartialObservationState<TState> state, RngKey key) =>
        state with
        {
            Inner = Inner.Push(state.Inner, key),
        };

    public bool HasRecovered(in PartialObservationState<TState> state, Ending ending) =>
        Inner.HasRecovered(state.Inner, ending);
}
