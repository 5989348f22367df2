namespace ActorIL.Environments.Seeding;

/// <summary>An environment that can also draw its start states exactly as its Gymnasium counterpart does.</summary>
public interface IGymnasiumSeeding<TParams, TState>
{
    /// <summary>The start state that Gymnasium's <c>reset</c> draws from a generator in this state.</summary>
    /// <param name="parameters">Physical constants.</param>
    /// <param name="source">
    /// The generator: fresh after <c>reset(seed=...)</c>, where the last reset left it otherwise.
    /// </param>
    /// <returns>The state, and the generator for the next reset.</returns>
    static abstract (TState State, Pcg64 Source) ResetGymnasium(in TParams parameters, Pcg64 source);
}
