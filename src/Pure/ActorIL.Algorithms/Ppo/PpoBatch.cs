using System.Collections.Immutable;
using ActorIL.Algorithms.Critics;
using ActorIL.Core.Experience;
using ActorIL.Numerics.Networks;

namespace ActorIL.Algorithms.Ppo;

/// <summary>A rollout made ready for learning: normalised, valued, with advantages and old log-probabilities.</summary>
internal sealed class PpoBatch
{
    private readonly AdvantageEstimate _estimate;

    private PpoBatch(AdvantageEstimate estimate, ImmutableArray<float> actions)
    {
        (_estimate, Actions) = (estimate, actions);
        OldLogProbabilities = new float[Count];
    }

    /// <summary>M = T × N.</summary>
    public int Count => _estimate.Values.Length;

    /// <summary>Shape [M, observation size], normalised.</summary>
    public ImmutableArray<float> Observations => _estimate.Inputs;

    /// <summary>Shape [M, action size].</summary>
    public ImmutableArray<float> Actions { get; }

    /// <summary>Shape [M], in nats.</summary>
    public float[] OldLogProbabilities { get; }

    /// <summary>Shape [M].</summary>
    public ImmutableArray<float> Values => _estimate.Values;

    /// <summary>Shape [M], not normalised.</summary>
    public ImmutableArray<float> Advantages => _estimate.Advantages;

    /// <summary>Shape [M].</summary>
    public ImmutableArray<float> Returns => _estimate.Returns;

    public static PpoBatch Prepare(PpoConfig config, PpoNetworks networks, PpoState state, Rollout rollout)
    {
        var estimate = AdvantageEstimation.Estimate(
            new((float)config.Discount, (float)config.Lambda),
            networks.Critic,
            state.Parameters.Values[networks.Policy.ParameterCount..],
            rollout.WithRewards(Scaled(rollout.Rewards, (float)config.RewardScale)),
            PpoPolicies.Normalizer(config, state),
            config.TimeLimit
        );
        var batch = new PpoBatch(estimate, rollout.Actions);
        batch.RateOldPolicy(networks, state);
        return batch;
    }

    private void RateOldPolicy(PpoNetworks networks, PpoState state)
    {
        var policy = networks.Policy;
        var output = new float[Count * policy.Network.OutputCount];
        Network.Forward(
            policy.Network,
            state.Parameters.Values[..policy.Network.ParameterCount],
            Observations.AsSpan(),
            Count,
            GC.AllocateUninitializedArray<float>(Network.ForwardWorkspaceLength(policy.Network, Count)),
            output
        );
        var logStd = state.Parameters.Values[policy.Network.ParameterCount..policy.ParameterCount];
        new PpoHead(policy, Count).Rate(output, logStd, Actions.AsSpan(), OldLogProbabilities);
    }

    private static ImmutableArray<float> Scaled(ImmutableArray<float> rewards, float scale)
    {
        var scaled = ImmutableArray.CreateBuilder<float>(rewards.Length);
        foreach (var reward in rewards)
        {
            scaled.Add(reward * scale);
        }

        return scaled.MoveToImmutable();
    }
}
