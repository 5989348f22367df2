using ActorIL.Core.Contracts;
using ActorIL.Core.Fields;

namespace ActorIL.Environments.Combinators;

/// <summary>Makes an environment of fixed horizon of any other.</summary>
public static class AbsorbingHorizons
{
    private const string Ending = "-absorbing";

    /// <summary>The environment with an absorbing state behind its end, for training: it has no company.</summary>
    /// <param name="entry">Which environment.</param>
    /// <param name="horizon">Steps of every episode, ≥ 1.</param>
    public static EnvironmentEntry Of(EnvironmentEntry entry, int horizon) =>
        new EnvironmentEntry(entry.Module.Open(new Absorbing(horizon))).WithStepSeconds(entry.StepSeconds);

    private sealed class Absorbing(int horizon) : IEnvironmentFunction<EnvironmentModule>
    {
        public EnvironmentModule Apply<TEnvironment, TParams, TState>(
            EnvironmentModule<TEnvironment, TParams, TState> environment
        )
            where TEnvironment : struct, IEnvironment<TParams, TState>
            where TParams : IFields<TParams>
            where TState : IFields<TState> =>
            new EnvironmentModule<
                AbsorbingHorizon<TEnvironment, TParams, TState>,
                AbsorbingHorizonParams<TParams>,
                AbsorbingHorizonState<TState>
            >(environment.Id + Ending, environment.Summary, new(environment.Parameters, horizon))
            {
                IsGuarded = environment.IsGuarded,
            };
    }
}
