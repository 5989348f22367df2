using ActorIL.Algorithms.Ppo;
using ActorIL.Bench.Measuring;
using ActorIL.Core.Experience;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Environments;

namespace ActorIL.Bench.Updates;

/// <summary>Updates of PPO as work to be timed, and what arithmetic they have.</summary>
internal sealed class PpoWork
{
    private readonly PpoConfig _config;
    private readonly PpoState _state;
    private readonly Rollout _rollout;

    /// <param name="environment">Whose spaces.</param>
    /// <param name="config">Networks, rollout and minibatches; the KL stop is left out.</param>
    public PpoWork(EnvironmentEntry environment, PpoConfig config)
    {
        var (observations, actions) = (environment.Module.Observations, environment.Module.Actions);
        _config = config with { KlStop = KlStop.Off };
        Networks = PpoNetworks.Create(observations, actions, config).Require();
        _state = PpoInitialization.Start(config, Networks, RngKey.Root(1));
        _rollout = SyntheticExperience.Rollout(observations, actions, config.RolloutSteps, config.EnvironmentCount);
    }

    public PpoNetworks Networks { get; }

    /// <summary>The parameters it starts from, flat.</summary>
    public float[] Parameters => _state.Parameters.Values.ToArray();

    /// <summary>Minibatches of an epoch.</summary>
    public int MinibatchCount => (_config.RolloutSize + _config.MinibatchSize - 1) / _config.MinibatchSize;

    /// <summary>Multiplications and additions of one gradient step of both networks.</summary>
    public double MinibatchOperationCount => SampleOperationCount * _config.MinibatchSize;

    /// <summary>Those of one sample: the products of both networks and of their gradients, nothing else.</summary>
    public double SampleOperationCount => ActorOperationCount + PpoArithmetic.Network(Networks.Critic.Network, _config);

    /// <summary>Those of one sample in the actor alone, which is what a student has.</summary>
    public double ActorOperationCount => PpoArithmetic.Network(Networks.Policy.Network, _config);

    /// <summary>A whole update with so many epochs; none leaves values and advantages alone.</summary>
    public Workload Update(string name, int epochCount)
    {
        var config = _config with { EpochCount = epochCount };
        return new(name, () => PpoUpdate.Update(config, Networks, _state, _rollout, RngKey.Root(1)));
    }
}
