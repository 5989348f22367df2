using ActorIL.Core.Contracts;
using ActorIL.Core.Randomness;
using ActorIL.Core.Spaces;

namespace ActorIL.Environments.Outside;

/// <summary>
/// An environment that runs in another process. Its states say how to get there, so that starting, saving and moving
/// one costs nothing here; stepping and looking ask the instances that the parameters hold.
/// </summary>
/// <remarks>
/// Steps many at once by <see cref="ExternalBatch"/>, one exchange for all of them; alone, a state is looked for among
/// the instances, and restored where none stands there.
/// </remarks>
internal readonly struct ExternalEnvironment : IEnvironment<ExternalParams, ExternalState>
{
    public static Space Observations(in ExternalParams parameters) => parameters.Identity.Observations;

    public static Space Actions(in ExternalParams parameters) => parameters.Identity.Actions;

    public static ExternalState Reset(in ExternalParams parameters, RngKey key) => ExternalState.Start(key);

    public static StepResult<ExternalState> Step(
        in ExternalParams parameters,
        in ExternalState state,
        ActionView action,
        RngKey key
    ) => Instances(parameters).StepAlone(state, action.Values);

    public static void Observe(in ExternalParams parameters, in ExternalState state, Span<float> observation)
    {
        if (state.Observation.Length == observation.Length)
        {
            state.Observation.CopyTo(observation);
        }
        else
        {
            Instances(parameters).ObserveAlone(state, observation);
        }
    }

    public static IStateBatch<ExternalState>? Batch(in ExternalParams parameters, int count) =>
        parameters.Instances is { } instances ? new ExternalBatch(instances, count) : null;

    /// <summary>One exchange for one is still better than looking for its state.</summary>
    public static int BatchCountMin => 1;

    private static ExternalInstances Instances(ExternalParams parameters) =>
        parameters.Instances
        ?? throw new ExternalFailureException(
            $"{parameters.Identity.Id} runs in another process, which is not at hand here."
        );
}
