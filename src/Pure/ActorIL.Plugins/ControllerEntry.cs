using ActorIL.Core.Contracts;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Environments;
using ActorIL.Environments.Combinators;

namespace ActorIL.Plugins;

/// <summary>A scripted expert for an environment, by the name that <c>expert.controller</c> has for it.</summary>
/// <param name="Environment">The environment's name; it may come with another plug-in, which was added before.</param>
/// <param name="Name">One word, unlike those of the environment's other controllers.</param>
/// <param name="Create">Makes it for the environment as it is configured.</param>
public sealed record ControllerEntry(string Environment, string Name, Func<EnvironmentModule, IPolicy> Create)
{
    /// <summary>A controller that depends on the environment's parameters.</summary>
    /// <typeparam name="TParams">
    /// The parameters of the environment, with or without those of its time limit.
    /// </typeparam>
    /// <param name="environment">The environment's name.</param>
    /// <param name="name">One word, unlike those of the environment's other controllers.</param>
    /// <param name="create">Makes it from the parameters.</param>
    public static ControllerEntry Of<TParams>(string environment, string name, Func<TParams, IPolicy> create)
        where TParams : IFields<TParams> =>
        new(environment, name, module => create(module.Open(new Reading<TParams>(environment))));

    /// <summary>The environment with this controller, or why it cannot be its.</summary>
    internal Result<EnvironmentEntry, Error> AddTo(EnvironmentEntry entry)
    {
        try
        {
            var policy = Create(entry.Module);
            return policy.Observations == entry.Module.Observations && policy.Actions == entry.Module.Actions
                ? Result.Success<EnvironmentEntry, Error>(entry.WithGuest(Name, Create))
                : Refused(
                    $"{policy.Observations} and {policy.Actions}",
                    $"the spaces of {entry.Id}: {entry.Module.Observations} and {entry.Module.Actions}"
                );
        }
        catch (ArgumentException refusal)
        {
            return Refused(refusal.Message.ReplaceLineEndings(" "), $"a controller of {entry.Id}");
        }
    }

    private Result<EnvironmentEntry, Error> Refused(string found, string wanted) =>
        Result.Failure<EnvironmentEntry, Error>(
            new($"controller '{Name}' of {Environment}", found, wanted, "Correct it, or name another environment.")
        );

    private sealed class Reading<TParams>(string environment) : IEnvironmentFunction<TParams>
        where TParams : IFields<TParams>
    {
        public TParams Apply<TEnvironment, TOwn, TState>(EnvironmentModule<TEnvironment, TOwn, TState> module)
            where TEnvironment : struct, IEnvironment<TOwn, TState>
            where TOwn : IFields<TOwn>
            where TState : IFields<TState> =>
            module.Parameters switch
            {
                TParams whole => whole,
                TimeLimitParams<TParams> limited => limited.Inner,
                _ => throw new ArgumentException(
                    $"{environment} has {typeof(TOwn).Name}; the controller wants {typeof(TParams).Name}"
                ),
            };
    }
}
