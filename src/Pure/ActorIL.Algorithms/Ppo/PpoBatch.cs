using ActorIL.Algorithms.Critics;
using ActorIL.Core.Experience;
using ActorIL.Core.Prelude;
using ActorIL.Numerics.Networks;
using ActorIL.Numerics.Statistics;

namespace ActorIL.Algorithms.Ppo;

/// <summary>A rollout made ready for learning: normalised, valued, with advantages and old log-probabilities.</summary>
internal sealed class PpoBatch : IForkable, IDisposable
{
    private const int PartCount = 2;

    private readonly PpoConfig _config;
    private readonly PpoNetworks _networks;
    private readonly PpoState _state;
    private readonly Rollout _rollout;
    private readonly Standardization? _normalizer;
    private readonly Scratch<float> _normalized;
    private readonly Scratch<float> _columns;

    private PpoBatch(PpoConfig config, PpoNetworks networks, PpoState state, Rollout rollout)
    {
        (_config, _networks, _state, _rollout) = (config, networks, state, rollout);
        _normalizer = PpoPolicies.Normalizer(config, state);
        _normalized = new(_normalizer is null ? 0 : rollout.Observations.Length);
        _columns = new(4 * rollout.Count);
        _normalizer?.Apply(rollout.Observations.AsSpan(), _normalized.Span);
    }

    /// <summary>M = T × N.</summary>
    public int Count => _rollout.Count;

    /// <summary>Floats an observation.</summary>
    public int ObservationSize => _rollout.ObservationSize;

    /// <summary>Floats an action.</summary>
    public int ActionSize => _rollout.ActionSize;

    /// <summary>Shape [M, observation size], normalised.</summary>
    public ReadOnlySpan<float> Observations => _normalizer is null ? _rollout.Observations.AsSpan() : _normalized.Span;

    /// <summary>Shape [M, action size].</summary>
    public ReadOnlySpan<float> Actions => _rollout.Actions.AsSpan();

    /// <summary>Shape [M], in nats.</summary>
    public Span<float> OldLogProbabilities => Column(0);

    /// <summary>Shape [M].</summary>
    public Span<float> Values => Column(1);

    /// <summary>Shape [M], not normalised.</summary>
    public Span<float> Advantages => Column(2);

    /// <summary>Shape [M].</summary>
    public Span<float> Returns => Column(3);

    public static PpoBatch Prepare(
        PpoConfig config,
        PpoNetworks networks,
        PpoState state,
        Rollout rollout,
        IForkJoin forks
    )
    {
        var batch = new PpoBatch(config, networks, state, rollout);
        forks.Run(batch, PartCount);
        return batch;
    }

    /// <summary>Values and advantages are the critic's part, old log-probabilities the actor's.</summary>
    void IForkable.RunPart(int part)
    {
        if (part == 0)
        {
            EstimateAdvantages();
        }
        else
        {
            RateOldPolicy();
        }
    }

    public void Dispose()
    {
        _normalized.Dispose();
        _columns.Dispose();
    }

    private void EstimateAdvantages()
    {
        using var rewards = new Scratch<float>(Count);
        Scale(_rollout.Rewards.AsSpan(), (float)_config.RewardScale, rewards.Span);
        AdvantageEstimation.Fill(
            new((float)_config.Discount, (float)_config.Lambda),
            _networks.Critic,
            _state.Parameters.Values[_networks.Policy.ParameterCount..],
            _rollout,
            _normalizer,
            _config.TimeLimit,
            new(Observations, rewards.Span, Values, Advantages, Returns)
        );
    }

    private void RateOldPolicy()
    {
        if (!_rollout.LogProbabilities.IsEmpty)
        {
            _rollout.LogProbabilities.AsSpan().CopyTo(OldLogProbabilities);
            return;
        }

        var policy = _networks.Policy;
        using var output = new Scratch<float>(Count * policy.Network.OutputCount);
        using var head = new PpoHead(policy, Count);
        var actor = _state.Parameters.Values[..policy.Network.ParameterCount];
        var logStd = _state.Parameters.Values[policy.Network.ParameterCount..policy.ParameterCount];
        Network.Evaluate(policy.Network, actor, Observations, Count, output.Span);
        _ = head.Rate(output.Span, logStd, Actions, OldLogProbabilities);
    }

    private static void Scale(ReadOnlySpan<float> rewards, float scale, Span<float> scaled)
    {
        for (var i = 0; i < rewards.Length; i++)
        {
            scaled[i] = rewards[i] * scale;
        }
    }

    private Span<float> Column(int index) => _columns.Span.Slice(index * Count, Count);
}
