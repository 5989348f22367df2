using ActorIL.Actors.Addressing;
using ActorIL.Actors.Effects;
using ActorIL.Core.Fields;
using ActorIL.Environments;

namespace ActorIL.Training.Outside;

/// <summary>
/// Stepping environments for an actor, as data: a pure function of what it holds. The actor computes it in its step
/// where the environment is in this process, and has it performed where it is in another one; either way the same code
/// runs, and what comes back is all that the actor needs to go on.
/// </summary>
/// <param name="Environment">Which environment.</param>
/// <param name="Actor">For whom: a process keeps the instances of one that will go on with them.</param>
internal abstract record EnvironmentWork(EnvironmentEntry Environment, ActorId Actor) : IExternalOperation
{
    /// <summary>
    /// Ticks until what was performed comes back; an actor answers so many ticks after that, as its work takes longer.
    /// </summary>
    public const int LatencyTicks = 1;

    public abstract TypeName OperationName { get; }

    /// <summary>Whether the next work of this actor goes on where this one ends.</summary>
    public virtual bool GoesOn => false;

    /// <summary>Does it.</summary>
    /// <param name="environment">The environment, with instances to step if it is in another process.</param>
    public abstract object Run(EnvironmentEntry environment);
}

/// <inheritdoc />
/// <typeparam name="TResult">What comes of it.</typeparam>
internal abstract record EnvironmentWork<TResult>(EnvironmentEntry Environment, ActorId Actor)
    : EnvironmentWork(Environment, Actor)
    where TResult : class
{
    /// <summary>Does it.</summary>
    /// <param name="environment">The environment, with instances to step if it is in another process.</param>
    public abstract TResult Compute(EnvironmentEntry environment);

    /// <summary>Does it with the environment as it is, which is in this process.</summary>
    public TResult Compute() => Compute(Environment);

    public sealed override object Run(EnvironmentEntry environment) => Compute(environment);
}
