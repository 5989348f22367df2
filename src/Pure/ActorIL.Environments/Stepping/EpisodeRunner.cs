using System.Collections.Immutable;
using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Core.Randomness;

namespace ActorIL.Environments.Stepping;

/// <summary>
/// Runs whole episodes of a policy. Episode i is a function of (key, i, policy) alone, so two policies under one key
/// meet the same starts and the same noise, and their scores can be compared in pairs.
/// </summary>
public static class EpisodeRunner
{
    /// <summary>The scores of a policy, undiscounted.</summary>
    /// <param name="module">Which environment.</param>
    /// <param name="policy">Chooses every action.</param>
    /// <param name="budget">Which episodes.</param>
    /// <param name="key">The key that episode keys are folded from.</param>
    /// <exception cref="ArgumentException">
    /// The policy's spaces are not the environment's; the message shows both.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A number of the budget is out of its range.</exception>
    /// <exception cref="EnvironmentFailureException">
    /// The environment failed; the message has state and action.
    /// </exception>
    public static EpisodeResults Run(EnvironmentModule module, IPolicy policy, EpisodeBudget budget, RngKey key)
    {
        var pilot = new PolicyPilot(policy);
        Require(module, pilot, budget);
        return module.Open(new Evaluation(pilot, budget, key));
    }

    /// <summary>The same episodes, recorded step by step: demonstrations.</summary>
    /// <inheritdoc cref="Run" path="/param|/exception" />
    /// <returns>One trajectory for each episode, in order.</returns>
    public static ImmutableArray<Trajectory> Record(
        EnvironmentModule module,
        IPolicy policy,
        EpisodeBudget budget,
        RngKey key
    ) => Record(module, new PolicyPilot(policy), budget, key);

    /// <summary>The same of episodes that are flown by anybody.</summary>
    /// <param name="module">Which environment.</param>
    /// <param name="pilot">Chooses every action.</param>
    /// <param name="budget">Which episodes.</param>
    /// <param name="key">The key that episode keys are folded from.</param>
    /// <returns>One trajectory for each episode, in order.</returns>
    public static ImmutableArray<Trajectory> Record(
        EnvironmentModule module,
        IPilot pilot,
        EpisodeBudget budget,
        RngKey key
    )
    {
        Require(module, pilot, budget);
        return module.Open(new Recording(pilot, budget, key));
    }

    internal static void Require(EnvironmentModule module, IPilot pilot, EpisodeBudget budget)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(budget.FirstEpisode);
        ArgumentOutOfRangeException.ThrowIfNegative(budget.EpisodeCount);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(budget.BatchCountMax);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(budget.StepCountMax);
        if (pilot.Observations.Size != module.Observations.Size || pilot.Actions != module.Actions)
        {
            throw new ArgumentException(
                $"The policy '{pilot.Name}' maps {pilot.Observations} to {pilot.Actions}; "
                    + $"{module.Id} wants {module.Observations} to {module.Actions}."
            );
        }
    }

    private sealed class Evaluation(IPilot pilot, EpisodeBudget budget, RngKey key)
        : IEnvironmentFunction<EpisodeResults>
    {
        public EpisodeResults Apply<TEnvironment, TParams, TState>(
            EnvironmentModule<TEnvironment, TParams, TState> environment
        )
            where TEnvironment : struct, IEnvironment<TParams, TState>
            where TParams : IFields<TParams>
            where TState : IFields<TState>
        {
            var sink = new ResultSink(budget, TEnvironment.HasOutcomes);
            new EpisodeLoop<TEnvironment, TParams, TState, ResultSink>(environment, pilot, budget, key, sink).Run();
            return sink.Results;
        }
    }

    private sealed class Recording(IPilot pilot, EpisodeBudget budget, RngKey key)
        : IEnvironmentFunction<ImmutableArray<Trajectory>>
    {
        public ImmutableArray<Trajectory> Apply<TEnvironment, TParams, TState>(
            EnvironmentModule<TEnvironment, TParams, TState> environment
        )
            where TEnvironment : struct, IEnvironment<TParams, TState>
            where TParams : IFields<TParams>
            where TState : IFields<TState>
        {
            var sink = new TrajectorySink(budget, environment.Observations.Size, environment.Actions.Size);
            new EpisodeLoop<TEnvironment, TParams, TState, TrajectorySink>(environment, pilot, budget, key, sink).Run();
            return sink.Trajectories;
        }
    }
}
