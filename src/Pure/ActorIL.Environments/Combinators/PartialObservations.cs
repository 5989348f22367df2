using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Environments.Perturbations;

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

    /// <summary>A catalog's entry as an agent with that view sees it, or why it cannot be seen so.</summary>
    /// <param name="whole">Which environment; controllers and danger read whole observations.</param>
    /// <param name="view">What is shown; the full one gives the entry as it is.</param>
    internal static Result<EnvironmentEntry, Error> Of(EnvironmentEntry whole, ObservationView view) =>
        view.IsFull
            ? Result.Success<EnvironmentEntry, Error>(whole)
            : Of(whole.Module, ViewName.Of(view, whole.Id), view)
                .Map(module => new EnvironmentEntry(module).WithStepSeconds(whole.StepSeconds))
                .Map(entry =>
                    whole.Perturbation.Match(
                        found => entry.WithPerturbation(whole.Module.Open(new Perturbing(found, view))),
                        _ => entry
                    )
                );

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
            >(
                id,
                environment.Summary,
                new(environment.Parameters, view, environment.Observations.Size, environment.Actions.Size)
            )
            {
                IsGuarded = environment.IsGuarded,
            };
    }

    /// <summary>The perturbation of the whole environment, of the one that is seen in part.</summary>
    private sealed class Perturbing(IPerturbation perturbation, ObservationView view)
        : IEnvironmentFunction<IPerturbation>
    {
        public IPerturbation Apply<TEnvironment, TParams, TState>(
            EnvironmentModule<TEnvironment, TParams, TState> environment
        )
            where TEnvironment : struct, IEnvironment<TParams, TState>
            where TParams : IFields<TParams>
            where TState : IFields<TState> =>
            new ViewedPerturbation<TState>(
                (IPerturbation<TState>)perturbation,
                view.MemorySize(environment.Observations.Size, environment.Actions.Size)
            );
    }
}
