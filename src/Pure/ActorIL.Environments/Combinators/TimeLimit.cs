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
/// An environment whose episodes are truncated after a number of steps. A step that terminates at the limit is
/// terminated: the task ended, so there is nothing to bootstrap. The agent does not see the clock.
/// </summary>
public readonly struct TimeLimit<TEnvironment, TParams, TState>
    : IEnvironment<TimeLimitParams<TParams>, TimeLimitState<TState>>
    where TEnvironment : struct, IEnvironment<TParams, TState>
    where TParams : IFields<TParams>
    where TState : IFields<TState>
{
    /// <summary>The module of the limited environment.</summary>
    /// <param name="id">Name and version.</param>
    /// <param name="summary">One sentence for lists.</param>
    /// <param name="parameters">The environment's own parameters.</param>
    /// <param name="stepCountMax">Steps after which an episode is truncated, ≥ 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="stepCountMax"/> is not positive.</exception>
    public static EnvironmentModule<
        TimeLimit<TEnvironment, TParams, TState>,
        TimeLimitParams<TParams>,
        TimeLimitState<TState>
    > TypedModule(string id, string summary, TParams parameters, int stepCountMax) =>
        new(id, summary, new(parameters, stepCountMax));

    /// <inheritdoc cref="TypedModule" />
    /// <remarks>The same with its types closed over.</remarks>
    public static EnvironmentModule Module(string id, string summary, TParams parameters, int stepCountMax) =>
        TypedModule(id, summary, parameters, stepCountMax);

    public static Space Observations(in TimeLimitParams<TParams> parameters) =>
        TEnvironment.Observations(parameters.Inner);

    public static Space Actions(in TimeLimitParams<TParams> parameters) => TEnvironment.Actions(parameters.Inner);

    public static TimeLimitState<TState> Reset(in TimeLimitParams<TParams> parameters, RngKey key) =>
        new(TEnvironment.Reset(parameters.Inner, key), StepCount: 0);

    public static StepResult<TimeLimitState<TState>> Step(
        in TimeLimitParams<TParams> parameters,
        in TimeLimitState<TState> state,
        ActionView action,
        RngKey key
    )
    {
        var result = TEnvironment.Step(parameters.Inner, state.Inner, action, key);
        var next = new TimeLimitState<TState>(result.State, state.StepCount + 1);
        return result.Ending == Ending.None && next.StepCount >= parameters.StepCountMax
            ? StepResult.Truncated(next, result.Reward)
            : result.WithState(next);
    }

    public static void Observe(
        in TimeLimitParams<TParams> parameters,
        in TimeLimitState<TState> state,
        Span<float> observation
    ) => TEnvironment.Observe(parameters.Inner, state.Inner, observation);

    public static IStateBatch<TimeLimitState<TState>>? Batch(in TimeLimitParams<TParams> parameters, int count) =>
        TEnvironment.Batch(parameters.Inner, count) is { } inner
            ? new TimeLimitBatch<TState>(inner, parameters.StepCountMax, count)
            : null;

    public static int BatchCountMin => TEnvironment.BatchCountMin;

    public static bool HasOutcomes => TEnvironment.HasOutcomes;

    public static Outcome Judge(in TimeLimitParams<TParams> parameters, in TimeLimitState<TState> state) =>
        TEnvironment.Judge(parameters.Inner, state.Inner);

    public static ImmutableArray<Error> Check(in TimeLimitParams<TParams> parameters) =>
        [
            .. new ParameterCheck()
                .Within("step_count_max", parameters.StepCountMax, 1, EpisodeBudget.StepCountBound)
                .Errors,
            .. TEnvironment.Check(parameters.Inner),
        ];
}
