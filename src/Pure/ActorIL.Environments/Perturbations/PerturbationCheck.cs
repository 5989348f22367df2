using ActorIL.Core.Contracts;
using ActorIL.Core.Fields;

namespace ActorIL.Environments.Perturbations;

/// <summary>Whether a perturbation is one of an environment's state.</summary>
internal sealed class PerturbationCheck(IPerturbation perturbation) : IEnvironmentFunction<bool>
{
    public bool Apply<TEnvironment, TParams, TState>(EnvironmentModule<TEnvironment, TParams, TState> environment)
        where TEnvironment : struct, IEnvironment<TParams, TState>
        where TParams : IFields<TParams>
        where TState : IFields<TState> =>
        perturbation is IPerturbation<TState>
            ? true
            : throw new ArgumentException(
                $"{perturbation.GetType().Name} is no perturbation of {environment.Id}, whose state is {TState.Name}."
            );
}
