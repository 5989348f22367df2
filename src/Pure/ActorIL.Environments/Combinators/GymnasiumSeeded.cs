using System.Collections.Immutable;
using ActorIL.Core.Contracts;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Core.Spaces;
using ActorIL.Environments.Seeding;

namespace ActorIL.Environments.Combinators;

/// <summary>
/// An environment whose start states are Gymnasium's: the state after <c>reset(seed=s)</c> with s the key's value.
/// Every episode can then be repeated in Gymnasium from the printed key.
/// </summary>
public readonly struct GymnasiumSeeded<TEnvironment, TParams, TState> : IEnvironment<TParams, TState>
    where TEnvironment : struct, IEnvironment<TParams, TState>, IGymnasiumSeeding<TParams, TState>
    where TParams : IFields<TParams>
    where TState : IFields<TState>
{
    public static Space Observations(in TParams parameters) => TEnvironment.Observations(parameters);

    public static Space Actions(in TParams parameters) => TEnvironment.Actions(parameters);

    public static TState Reset(in TParams parameters, RngKey key) =>
        TEnvironment.ResetGymnasium(parameters, Pcg64.FromSeed(key.Value)).State;

    public static StepResult<TState> Step(in TParams parameters, in TState state, ActionView action, RngKey key) =>
        TEnvironment.Step(parameters, state, action, key);

    public static void Observe(in TParams parameters, in TState state, Span<float> observation) =>
        TEnvironment.Observe(parameters, state, observation);

    public static bool HasOutcomes => TEnvironment.HasOutcomes;

    public static Outcome Judge(in TParams parameters, in TState state) => TEnvironment.Judge(parameters, state);

    public static ImmutableArray<Error> Check(in TParams parameters) => TEnvironment.Check(parameters);
}
