using ActorIL.Core.Fields;
using ActorIL.Core.Spaces;

namespace ActorIL.Core.Contracts;

/// <summary>
/// An environment with its parameters, its types closed over: a value that configuration and actors pass around.
/// </summary>
/// <param name="Id">Name and version, such as CartPole-v1.</param>
/// <param name="Summary">One sentence for lists.</param>
public abstract record EnvironmentModule(string Id, string Summary)
{
    /// <summary>
    /// Whether every observation is looked at, and one outside of its space fails its step: so for what plug-ins bring.
    /// </summary>
    public bool IsGuarded { get; init; }

    public abstract Space Observations { get; }

    public abstract Space Actions { get; }

    /// <summary>Runs <paramref name="function"/> on the concrete types.</summary>
    public abstract TResult Open<TResult>(IEnvironmentFunction<TResult> function);
}

/// <inheritdoc />
public sealed record EnvironmentModule<TEnvironment, TParams, TState>(string Id, string Summary, TParams Parameters)
    : EnvironmentModule(Id, Summary)
    where TEnvironment : struct, IEnvironment<TParams, TState>
    where TParams : IFields<TParams>
    where TState : IFields<TState>
{
    public override Space Observations => TEnvironment.Observations(Parameters);

    public override Space Actions => TEnvironment.Actions(Parameters);

    public override TResult Open<TResult>(IEnvironmentFunction<TResult> function) => function.Apply(this);
}
