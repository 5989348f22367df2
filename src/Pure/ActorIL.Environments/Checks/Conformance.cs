using ActorIL.Core.Contracts;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;

namespace ActorIL.Environments.Checks;

/// <summary>
/// Puts an environment through the contract of <see cref="IEnvironment{TParams, TState}"/>: purity, repeatability,
/// spaces, snapshots. Ambient calls (a clock, a shared generator, a static) show as episodes that do not repeat.
/// </summary>
public static class Conformance
{
    /// <summary>
    /// Tries every claim; a function of the environment and the plan alone, unless the environment is impure.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A number of the plan is out of its range.</exception>
    public static ConformanceReport Check(EnvironmentModule module, ConformancePlan plan)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(plan.EpisodeCount, 2);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(plan.StepCountMax);
        return module.Open(new Kit(plan));
    }

    /// <summary>The same with the default plan.</summary>
    public static ConformanceReport Check(EnvironmentModule module) => Check(module, new ConformancePlan());

    private sealed class Kit(ConformancePlan plan) : IEnvironmentFunction<ConformanceReport>
    {
        public ConformanceReport Apply<TEnvironment, TParams, TState>(
            EnvironmentModule<TEnvironment, TParams, TState> environment)
            where TEnvironment : struct, IEnvironment<TParams, TState>
            where TParams : IFields<TParams>
            where TState : IFields<TState> =>
            new(environment.Id, EquatableArray.From(
                from claim in ConformanceClaims<TEnvironment, TParams, TState>.All
                select claim.Try(environment.Parameters, plan)));
    }
}
