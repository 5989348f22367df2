using ActorIL.Algorithms.Policies;
using ActorIL.Core.Experience;
using ActorIL.Numerics.Advantages;
using ActorIL.Numerics.Networks;
using ActorIL.Numerics.Statistics;

namespace ActorIL.Algorithms.Ppo;

/// <summary>A rollout made ready for learning: normalised, valued, with advantages and old log-probabilities.</summary>
internal sealed class PpoBatch
{
    private PpoBatch(int count, int observationSize, int actionSize)
    {
        Count = count;
        Observations = new float[count * observationSize];
        Actions = new float[count * actionSize];
        OldLogProbabilities = new float[count];
        Values = new float[count];
        Advantages = new float[count];
        Returns = new float[count];
    }

    /// <summary>M = T × N.</summary>
    public int Count { get; }

    /// <summary>Shape [M, observation size], normalised.</summary>
    public float[] Observations { get; }

    /// <summary>Shape [M, action size].</summary>
    public float[] Actions { get; }

    /// <summary>Shape [M], in nats.</summary>
    public float[] OldLogProbabilities { get; }

    /// <summary>Shape [M].</summary>
    public float[] Values { get; }

    /// <summary>Shape [M], not normalised.</summary>
    public float[] Advantages { get; }

    /// <summary>Shape [M].</summary>
    public float[] Returns { get; }

    public static PpoBatch Prepare(PpoConfig config, PpoNetworks networks, PpoState state, Rollout rollout)
    {
        var batch = new PpoBatch(rollout.Count, rollout.ObservationSize, rollout.ActionSize);
        var normalizer = PpoPolicies.Normalizer(config, state);
        FrozenObservations.Apply(normalizer, rollout.Observations.AsSpan(), batch.Observations);
        rollout.Actions.AsSpan().CopyTo(batch.Actions);
        batch.Value(config, networks, state, rollout, normalizer);
        batch.RateOldPolicy(networks, state);
        return batch;
    }

    private void Value(
        PpoConfig config,
        PpoNetworks networks,
        PpoState state,
        Rollout rollout,
        Standardization? normalizer
    )
    {
        var critic = state.Parameters.Values[networks.Policy.ParameterCount..];
        var size = rollout.ObservationSize;
        Network.Forward(networks.Critic, critic, Observations, Count, Workspace(networks.Critic, Count), Values);
        var finalValues = ValuesOf(networks.Critic, critic, normalizer, rollout.FinalObservations.AsSpan(), size);
        if (config.TimeLimit == TimeLimitTreatment.Terminal)
        {
            finalValues.AsSpan().Clear();
        }

        var lastValues = ValuesOf(networks.Critic, critic, normalizer, rollout.LastObservations.AsSpan(), size);
        var nextValues = new float[Count];
        GeneralizedAdvantage.FillNextValues(
            rollout.EnvironmentCount,
            rollout.Endings.AsSpan(),
            Values,
            finalValues,
            lastValues,
            nextValues
        );
        var rewards = Scaled(rollout.Rewards.AsSpan(), (float)config.RewardScale);
        GeneralizedAdvantage.Estimate(
            new((float)config.Discount, (float)config.Lambda),
            rollout.EnvironmentCount,
            rewards,
            rollout.Endings.AsSpan(),
            Values,
            nextValues,
            Advantages,
            Returns
        );
    }

    private void RateOldPolicy(PpoNetworks networks, PpoState state)
    {
        var policy = networks.Policy;
        var output = new float[Count * policy.Network.OutputCount];
        Network.Forward(
            policy.Network,
            state.Parameters.Values[..policy.Network.ParameterCount],
            Observations,
            Count,
            Workspace(policy.Network, Count),
            output
        );
        var logStd = state.Parameters.Values[policy.Network.ParameterCount..policy.ParameterCount];
        new PpoHead(policy, Count).Rate(output, logStd, Actions, OldLogProbabilities);
    }

    private static float[] ValuesOf(
        NetworkSpecification critic,
        ReadOnlySpan<float> parameters,
        Standardization? normalizer,
        ReadOnlySpan<float> observations,
        int observationSize
    )
    {
        var count = observations.Length / observationSize;
        var normalized = new float[observations.Length];
        var values = new float[count];
        FrozenObservations.Apply(normalizer, observations, normalized);
        Network.Forward(critic, parameters, normalized, count, Workspace(critic, count), values);
        return values;
    }

    private static float[] Workspace(NetworkSpecification network, int count) =>
        GC.AllocateUninitializedArray<float>(Network.ForwardWorkspaceLength(network, count));

    private static float[] Scaled(ReadOnlySpan<float> rewards, float scale)
    {
        var scaled = rewards.ToArray();
        for (var i = 0; i < scaled.Length; i++)
        {
            scaled[i] *= scale;
        }

        return scaled;
    }
}
