using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
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
    // More than any shipped environment shows; what is larger goes to the heap.
    private const int StackFloats = 256;

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

    public static ImmutableArray<Error> Check(in PartialObservationParams<TParams> parameters) =>
        TEnvironment.Check(parameters.Inner);

    public static PartialObservationState<TState> Reset(in PartialObservationParams<TParams> parameters, RngKey key)
    {
        var memorySize = parameters.View.MemorySize(parameters.ObservationSize, parameters.ActionSize);
        return new(
            TEnvironment.Reset(parameters.Inner, key),
            memorySize == 0 ? [] : ImmutableCollectionsMarshal.AsImmutableArray(new float[memorySize])
        );
    }

    /// <inheritdoc />
    /// <remarks>Allocates the memory of the next state, where there is one, and nothing else.</remarks>
    public static StepResult<PartialObservationState<TState>> Step(
        in PartialObservationParams<TParams> parameters,
        in PartialObservationState<TState> state,
        ActionView action,
        RngKey key
    )
    {
        var result = TEnvironment.Step(parameters.Inner, state.Inner, action, key);
        if (state.Memory.IsEmpty)
        {
            return result.WithState(new PartialObservationState<TState>(result.State, []));
        }

        var memory = state.Memory.AsSpan().ToArray();
        var featureCount = parameters.View.FeatureCount(parameters.ObservationSize, parameters.ActionSize);
        Span<float> features = featureCount <= StackFloats ? stackalloc float[featureCount] : new float[featureCount];
        See(in parameters, in state, memory, features);
        parameters.View.Remember(action.Values, memory);
        return result.WithState(
            new PartialObservationState<TState>(result.State, ImmutableCollectionsMarshal.AsImmutableArray(memory))
        );
    }

    public static void Observe(
        in PartialObservationParams<TParams> parameters,
        in PartialObservationState<TState> state,
        Span<float> observation
    )
    {
        var size = state.Memory.Length;
        Span<float> memory = size <= StackFloats ? stackalloc float[size] : new float[size];
        state.Memory.AsSpan().CopyTo(memory);
        See(in parameters, in state, memory, observation);
    }

    private static void See(
        in PartialObservationParams<TParams> parameters,
        in PartialObservationState<TState> state,
        Span<float> memory,
        Span<float> features
    )
    {
        var size = parameters.ObservationSize;
        Span<float> observation = size <= StackFloats ? stackalloc float[size] : new float[size];
        TEnvironment.Observe(parameters.Inner, state.Inner, observation);
        parameters.View.See(observation, parameters.ActionSize, memory, features);
    }
}
