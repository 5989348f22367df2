using System.Collections.Immutable;
using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Core.Spaces;
using ActorIL.Environments.Configuration;
using ActorIL.Environments.Stepping;

namespace ActorIL.Environments.Combinators;

/// <summary>
/// An environment whose episodes all last equally long: where it terminates, the episode goes on in an absorbing state
/// until the horizon, and is truncated there. The observation has one component more at its end: 0 before the end, 1 in
/// the absorbing state, where all others are 0. There rewards are 0 and actions do nothing.
/// </summary>
/// <remarks>
/// For rewards that are learnt: without it, the length of an episode is a reward of its own. An environment that
/// truncates by itself before the horizon is truncated then. Source: Kostrikov et al. 2019, arXiv:1809.02925,
/// section 4.2.
/// </remarks>
public readonly struct AbsorbingHorizon<TEnvironment, TParams, TState>
    : IEnvironment<AbsorbingHorizonParams<TParams>, AbsorbingHorizonState<TState>>
    where TEnvironment : struct, IEnvironment<TParams, TState>
    where TParams : IFields<TParams>
    where TState : IFields<TState>
{
    /// <summary>A Box of the environment's components, with 0 in each, and the indicator.</summary>
    public static Space Observations(in AbsorbingHorizonParams<TParams> parameters)
    {
        var (low, high) = SpaceBounds.Of(TEnvironment.Observations(parameters.Inner));
        return new Space.Box(
            [.. low.Select(static bound => Math.Min(bound, 0)), 0],
            [.. high.Select(static bound => Math.Max(bound, 0)), 1]
        );
    }

    public static Space Actions(in AbsorbingHorizonParams<TParams> parameters) =>
        TEnvironment.Actions(parameters.Inner);

    public static bool HasOutcomes => TEnvironment.HasOutcomes;

    public static Outcome Judge(
        in AbsorbingHorizonParams<TParams> parameters,
        in AbsorbingHorizonState<TState> state
    ) => TEnvironment.Judge(parameters.Inner, state.Inner);

    public static AbsorbingHorizonState<TState> Reset(in AbsorbingHorizonParams<TParams> parameters, RngKey key) =>
        new(TEnvironment.Reset(parameters.Inner, key), StepCount: 0, IsAbsorbed: false);

    public static StepResult<AbsorbingHorizonState<TState>> Step(
        in AbsorbingHorizonParams<TParams> parameters,
        in AbsorbingHorizonState<TState> state,
        ActionView action,
        RngKey key
    )
    {
        var result = state.IsAbsorbed
            ? StepResult.Continue(state.Inner, reward: 0)
            : TEnvironment.Step(parameters.Inner, state.Inner, action, key);
        var isAbsorbed = state.IsAbsorbed || result.Ending == Ending.Terminated;
        var next = new AbsorbingHorizonState<TState>(result.State, state.StepCount + 1, isAbsorbed);
        return result.Ending == Ending.Truncated || next.StepCount >= parameters.Horizon
            ? StepResult.Truncated(next, result.Reward)
            : StepResult.Continue(next, result.Reward);
    }

    public static void Observe(
        in AbsorbingHorizonParams<TParams> parameters,
        in AbsorbingHorizonState<TState> state,
        Span<float> observation
    )
    {
        if (state.IsAbsorbed)
        {
            observation.Clear();
            observation[^1] = 1;
        }
        else
        {
            TEnvironment.Observe(parameters.Inner, state.Inner, observation[..^1]);
            observation[^1] = 0;
        }
    }

    public static ImmutableArray<Error> Check(in AbsorbingHorizonParams<TParams> parameters) =>
        [
            .. new ParameterCheck().Within("horizon", parameters.Horizon, 1, EpisodeBudget.StepCountBound).Errors,
            .. TEnvironment.Check(parameters.Inner),
        ];
}
