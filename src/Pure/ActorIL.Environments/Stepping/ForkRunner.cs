using ActorIL.Core.Contracts;
using ActorIL.Core.Fields;

namespace ActorIL.Environments.Stepping;

/// <summary>
/// Goes through an episode again, keeps the state at chosen steps, tries each candidate action there for one step and
/// lets a policy drive on to the end. States are values, so that keeping one is copying it.
/// </summary>
/// <remarks>
/// All candidates of a fork meet the same noise: step t has the same key in every one of them. In the first rollout it
/// is the key that the episode itself had, so that the policy's own action costs what the episode's rest cost where the
/// policy drove it. Source: Ross and Bagnell 2014, arXiv:1406.5979, algorithm 1.
/// </remarks>
public static class ForkRunner
{
    /// <summary>The costs of every candidate at every step of the plan.</summary>
    /// <exception cref="ArgumentException">
    /// The policy's spaces are not the environment's, it has a memory, or a shape or step is out of range.
    /// </exception>
    /// <exception cref="EnvironmentFailureException">
    /// The environment failed; the message has state and action.
    /// </exception>
    public static ForkResults Run(EnvironmentModule module, ForkPlan plan)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(plan.RolloutCount);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(plan.BatchCountMax);
        var (policy, actionSize) = (plan.Policy, module.Actions.Size);
        if (policy.MemorySize > 0 || policy.Observations.Size != module.Observations.Size)
        {
            throw new ArgumentException(
                $"'{policy.Name}' remembers {policy.MemorySize} numbers and sees {policy.Observations}; "
                    + $"wanted none and {module.Observations}: a fork starts in the middle of an episode."
            );
        }

        if (policy.Actions != module.Actions || plan.Candidates.Length % actionSize != 0)
        {
            throw new ArgumentException(
                $"'{policy.Name}' acts in {policy.Actions} beside {plan.Candidates.Length} candidate numbers; "
                    + $"{module.Id} wants {module.Actions}, {actionSize} numbers an action."
            );
        }

        var stepCount = plan.Actions.Length / actionSize;
        for (var i = 0; i < plan.Steps.Length; i++)
        {
            if (plan.Steps[i] >= stepCount || plan.Steps[i] < (i == 0 ? 0 : plan.Steps[i - 1]))
            {
                throw new ArgumentException($"Step {plan.Steps[i]} is not one of {stepCount} in ascending order.");
            }
        }

        return module.Open(new Forking(plan));
    }

    private sealed class Forking(ForkPlan plan) : IEnvironmentFunction<ForkResults>
    {
        public ForkResults Apply<TEnvironment, TParams, TState>(
            EnvironmentModule<TEnvironment, TParams, TState> environment
        )
            where TEnvironment : struct, IEnvironment<TParams, TState>
            where TParams : IFields<TParams>
            where TState : IFields<TState> => new ForkLoop<TEnvironment, TParams, TState>(environment, plan).Run();
    }
}
