using System.Collections.Immutable;
using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Core.Randomness;
using ActorIL.Core.Spaces;

namespace ActorIL.Environments.Combinators;

/// <summary>
/// An environment that shows its agent only a part: chosen components, the previous action, the last few frames. What
/// it remembers for that is part of its state. The dynamics, rewards and endings are those of the environment itself.
/// </summary>
/// <remarks>
/// For an expert that is trained on less than everything. Students that see less than their teacher have a view of
/// their own, and the environment stays whole.
/// </remarks>
public readonly struct PartialObservation<TEnvironment, TParams, TState>
    : IEnvironment<PartialObservationParams<TParams>, PartialObservationState<TState>>
    where TEnvironment : struct, IEnvironment<TParams, TState>
    where TParams : IFields<TParams>
    where TState : IFields<TState>
{
    /// <summary>A Box of the features; what comes before the first step is zero and lies within it.</summary>
    public static Space Observations(in PartialObservationParams<TParams> parameters) =>
        ViewSpace.Of(
            parameters.View,
            TEnvironment.Observations(parameters.Inner),
            TEnvironment.Actions(parameters.Inner)
        );

    public static Space Actions(in PartialObservationParams<TParams> parameters) =>
        TEnvironment.Actions(parameters.Inner);

    public static bool HasOutcomes => TEnvironment.HasOutcomes;

    public static Outcome Judge(
        in PartialObservationParams<TParams> parameters,
        in PartialObservationState<TState> state
    ) => TEnvironment.Judge(parameters.Inner, state.Inner);

    public static PartialObservationState<TState> Reset(in PartialObservationParams<TParams> parameters, RngKey key)
    {
        var (observationSize, actionSize) = Sizes(in parameters);
        var memory = new float[parameters.View.MemorySize(observationSize, actionSize)];
        return new(TEnvironment.Reset(parameters.Inner, key), [.. memory]);
    }

    public static StepResult<PartialObservationState<TState>> Step(
        in PartialObservationParams<TParams> parameters,
        in PartialObservationState<TState> state,
        ActionView action,
        RngKey key
    )
    {
        var (observationSize, actionSize) = Sizes(in parameters);
        var memory = state.Memory.AsSpan().ToArray();
        var features = new float[parameters.View.FeatureCount(observationSize, actionSize)];
        See(in parameters, in state, memory, features);
        parameters.View.Remember(action.Values, memory);
        var result = TEnvironment.Step(parameters.Inner, state.Inner, action, key);
        return result.WithState(new PartialObservationState<TState>(result.State, [.. memory]));
    }

    public static void Observe(
        in PartialObservationParams<TParams> parameters,
        in PartialObservationState<TState> state,
        Span<float> observation
    ) => See(in parameters, in state, state.Memory.AsSpan().ToArray(), observation);

    private static void See(
        in PartialObservationParams<TParams> parameters,
        in PartialObservationState<TState> state,
        Span<float> memory,
        Span<float> features
    )
    {
        var (observationSize, actionSize) = Sizes(in parameters);
        var observation = new float[observationSize];
        TEnvironment.Observe(parameters.Inner, state.Inner, observation);
        parameters.View.See(observation, actionSize, memory, features);
    }

    private static (int ObservationSize, int ActionSize) Sizes(in PartialObservationParams<TParams> parameters) =>
        (TEnvironment.Observations(parameters.Inner).Size, TEnvironment.Actions(parameters.Inner).Size);
}
