using System.Collections.Immutable;
using ActorIL.Core.Contracts;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;

namespace ActorIL.Environments.Configuration;

/// <summary>
/// The parameters of any environment by name, read from the description of their fields: listed, and set.
/// </summary>
public static class EnvironmentParameters
{
    /// <summary>Every parameter, in the order of the fields.</summary>
    public static ImmutableArray<EnvironmentParameter> List(EnvironmentModule module) => module.Open(new Listing());

    /// <summary>The environment with some parameters set, and the others as they were.</summary>
    /// <param name="module">Which environment.</param>
    /// <param name="settings">Each name at most once.</param>
    /// <returns>The environment, or everything that is wrong; <see cref="Error.Where"/> is the name.</returns>
    public static Result<EnvironmentModule, ImmutableArray<Error>> Set(
        EnvironmentModule module,
        ImmutableArray<ParameterSetting> settings
    ) => module.Open(new Setting(settings));

    private sealed class Listing : IEnvironmentFunction<ImmutableArray<EnvironmentParameter>>
    {
        public ImmutableArray<EnvironmentParameter> Apply<TEnvironment, TParams, TState>(
            EnvironmentModule<TEnvironment, TParams, TState> environment
        )
            where TEnvironment : struct, IEnvironment<TParams, TState>
            where TParams : IFields<TParams>
            where TState : IFields<TState> => RecordParameters.List(environment.Parameters);
    }

    private sealed class Setting(ImmutableArray<ParameterSetting> settings)
        : IEnvironmentFunction<Result<EnvironmentModule, ImmutableArray<Error>>>
    {
        public Result<EnvironmentModule, ImmutableArray<Error>> Apply<TEnvironment, TParams, TState>(
            EnvironmentModule<TEnvironment, TParams, TState> environment
        )
            where TEnvironment : struct, IEnvironment<TParams, TState>
            where TParams : IFields<TParams>
            where TState : IFields<TState> =>
            RecordParameters
                .Set(
                    environment.Parameters,
                    settings,
                    environment.Id,
                    $"`actoril env describe {environment.Id}` lists every parameter.",
                    static parameters => TEnvironment.Check(parameters)
                )
                .Map<EnvironmentModule>(parameters => environment with { Parameters = parameters });
    }
}
