using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;

namespace ActorIL.Environments.Combinators;

/// <summary>Makes a partially observed environment of any other.</summary>
public static class PartialObservations
{
    /// <summary>The environment as an agent with that view sees it, or why it cannot be seen so.</summary>
    /// <param name="module">Which environment.</param>
    /// <param name="id">Name and version of what it becomes: policies of the one do not fit the other.</param>
    /// <param name="view">What is shown.</param>
    public static Result<EnvironmentModule, Error> Of(EnvironmentModule module, string id, ObservationView view) =>
        view.For(module.Observations.Size).Map(checkedView => module.Open(new Viewing(id, checkedView)));

    private sealed class Viewing(string id, ObservationView view) : IEnvironmentFunction<EnvironmentModule>
    {
        public EnvironmentModule Apply<TEnvironment, TParams, TState>(
            EnvironmentModule<TEnvironment, TParams, TState> environment
        )
            where TEnvironment : struct, IEnvironment<TParams, TState>
            where TParams : IFields<TParams>
            where TState : IFields<TState> =>
            new EnvironmentModule<
                PartialObservation<TEnvironment, TParams, TState>,
                PartialObservationParams<TParams>,
                PartialObservationState<TState>
            >(id, environment.Summary, new(environment.Parameters, view));
    }
}
