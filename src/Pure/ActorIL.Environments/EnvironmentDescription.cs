using ActorIL.Core.Contracts;
using ActorIL.Core.Fields;

namespace ActorIL.Environments;

/// <summary>What there is to know about an environment without running it.</summary>
/// <param name="Id">Name and version.</param>
/// <param name="Summary">One sentence.</param>
/// <param name="Observations">The observation space.</param>
/// <param name="Actions">The action space.</param>
/// <param name="Parameters">Every parameter with its value.</param>
/// <param name="ParameterFields">The schema of the parameters.</param>
/// <param name="StateFields">The schema of the state.</param>
public sealed record EnvironmentDescription(
    string Id,
    string Summary,
    string Observations,
    string Actions,
    string Parameters,
    RecordDescription ParameterFields,
    RecordDescription StateFields)
{
    public static EnvironmentDescription Of(EnvironmentModule module) => module.Open(new Description());

    private sealed class Description : IEnvironmentFunction<EnvironmentDescription>
    {
        public EnvironmentDescription Apply<TEnvironment, TParams, TState>(
            EnvironmentModule<TEnvironment, TParams, TState> environment)
            where TEnvironment : struct, IEnvironment<TParams, TState>
            where TParams : IFields<TParams>
            where TState : IFields<TState> =>
            new(
                environment.Id,
                environment.Summary,
                environment.Observations.ToString(),
                environment.Actions.ToString(),
                FieldText.Of(environment.Parameters),
                FieldCodec.Describe<TParams>(),
                FieldCodec.Describe<TState>());
    }
}
