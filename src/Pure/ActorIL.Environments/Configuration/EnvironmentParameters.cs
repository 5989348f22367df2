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
            where TState : IFields<TState>
        {
            var rows = ImmutableArray.CreateBuilder<EnvironmentParameter>();
            var visitor = new ParameterListing(rows, "");
            TParams.Fields(ref visitor, environment.Parameters);
            return rows.ToImmutable();
        }
    }

    private sealed class Setting(ImmutableArray<ParameterSetting> settings)
        : IEnvironmentFunction<Result<EnvironmentModule, ImmutableArray<Error>>>
    {
        public Result<EnvironmentModule, ImmutableArray<Error>> Apply<TEnvironment, TParams, TState>(
            EnvironmentModule<TEnvironment, TParams, TState> environment
        )
            where TEnvironment : struct, IEnvironment<TParams, TState>
            where TParams : IFields<TParams>
            where TState : IFields<TState>
        {
            var errors = Unknown(environment).ToBuilder();
            try
            {
                var overlay = new ParameterOverlay(settings, errors, "");
                var parameters = TParams.Fields(ref overlay, environment.Parameters);
                if (errors.Count == 0)
                {
                    errors.AddRange(TEnvironment.Check(parameters).Select(Named));
                }

                return errors.Count == 0
                    ? Result.Success<EnvironmentModule, ImmutableArray<Error>>(
                        environment with
                        {
                            Parameters = parameters,
                        }
                    )
                    : Result.Failure<EnvironmentModule, ImmutableArray<Error>>(errors.ToImmutable());
            }
            catch (ArgumentException refusal)
            {
                // A constructor refuses what its record cannot hold.
                return Result.Failure<EnvironmentModule, ImmutableArray<Error>>([Refused(refusal)]);
            }
        }

        private ImmutableArray<Error> Unknown(EnvironmentModule environment)
        {
            var names = List(environment).Select(parameter => parameter.Name).ToImmutableArray();
            return
            [
                .. settings
                    .Where(setting => !names.Contains(setting.Name))
                    .Select(setting => new Error(
                        setting.Name,
                        "an unknown parameter",
                        $"a parameter of {environment.Id}",
                        NearestName.TryFind(setting.Name, names, out var nearest)
                            ? $"Did you mean {nearest}?"
                            : $"Remove it; `actoril env describe {environment.Id}` lists every parameter."
                    )),
            ];
        }

        private Error Refused(ArgumentException refusal)
        {
            var name = ParameterNames.OfArgument(refusal.ParamName ?? "");
            var found = settings.Where(setting => setting.Name == name).Select(setting => setting.Shown);
            var reason = refusal.Message.ReplaceLineEndings(" ");
            return new(name, found.FirstOrDefault("these parameters"), "other parameters", $"Correct them: {reason}");
        }

        private static Error Named(Error error) => error with { Where = ParameterNames.Of(error.Where) };
    }
}
