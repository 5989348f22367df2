using System.Collections.Immutable;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Core.Spaces;

namespace ActorIL.Core.Contracts;

/// <summary>
/// An environment: a stateless struct whose static functions are pure. State and parameters are values described once
/// by their fields, from which snapshot, restore and fork follow.
/// </summary>
/// <typeparam name="TParams">Physical constants and switches; a record.</typeparam>
/// <typeparam name="TState">The whole state of one episode; a record, a struct when small.</typeparam>
public interface IEnvironment<TParams, TState>
    where TParams : IFields<TParams>
    where TState : IFields<TState>
{
    static abstract Space Observations(in TParams parameters);

    static abstract Space Actions(in TParams parameters);

    /// <summary>A start state, a function of the key alone.</summary>
    static abstract TState Reset(in TParams parameters, RngKey key);

    /// <summary>One step. An environment without noise leaves <paramref name="key"/> unused.</summary>
    static abstract StepResult<TState> Step(in TParams parameters, in TState state, ActionView action, RngKey key);

    /// <summary>Writes what the agent sees of <paramref name="state"/>, shape [observation size].</summary>
    static abstract void Observe(in TParams parameters, in TState state, Span<float> observation);

    /// <summary>
    /// Room for the states of <paramref name="count"/> environments that are stepped together, faster than one by one;
    /// null where nothing is gained.
    /// </summary>
    static virtual IStateBatch<TState>? Batch(in TParams parameters, int count) => null;

    /// <summary>How many are stepped together at least where <see cref="Batch"/> has room for them, ≥ 1.</summary>
    /// <remarks>Fewer than four do not fill a vector: stepping one alone as a batch took three times as long.</remarks>
    static virtual int BatchCountMin => 4;

    /// <summary>Whether episodes of this environment can succeed or fail; without it nobody asks.</summary>
    static virtual bool HasOutcomes => false;

    /// <summary>Whether an episode that ended in this state succeeded, failed or neither.</summary>
    static virtual Outcome Judge(in TParams parameters, in TState state) => Outcome.None;

    /// <summary>
    /// What is wrong with parameters that somebody set: each error is of the field it names; empty where they will do.
    /// </summary>
    static virtual ImmutableArray<Error> Check(in TParams parameters) => [];
}
