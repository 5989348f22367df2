using ActorIL.Core.Experience;
using ActorIL.Core.Randomness;
using ActorIL.Environments.Stepping;

namespace ActorIL.Environments.Tests;

/// <summary>Steps a batch with arrays instead of spans, for tests.</summary>
internal static class Batch
{
    public static float[] Observe(VectorEnvironment environments)
    {
        var observations = new float[environments.Count * environments.ObservationSize];
        environments.Observe(observations);
        return observations;
    }

    public static BatchStep Step(VectorEnvironment environments, float[] actions)
    {
        var rewards = new double[environments.Count];
        var endings = new Ending[environments.Count];
        var finalObservations = new float[environments.Count * environments.ObservationSize];
        environments.Step(actions, rewards, endings, finalObservations);
        return new(
            new([.. rewards]),
            new([.. endings.Select(ending => (int)ending)]),
            new([.. finalObservations]),
            new([.. environments.Finished]));
    }

    /// <summary>A random action for each environment.</summary>
    public static float[] SampleActions(VectorEnvironment environments, RngKey key) => [
        .. Enumerable.Range(0, environments.Count)
            .SelectMany(i => SpaceSampler.Sample(environments.Actions, key.Fold((ulong)i)))];
}
