using ActorIL.Algorithms.Policies;
using ActorIL.Algorithms.Ppo;
using ActorIL.Bench.Measuring;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Environments;
using ActorIL.Numerics.Networks;

namespace ActorIL.Bench.Updates;

/// <summary>Asking actor and critic about a few observations, as work to be timed.</summary>
internal sealed class ActingWork
{
    private readonly PpoNetworks _networks;
    private readonly NetworkPolicy _policy;
    private readonly PolicySampler _sampler;
    private readonly int _count;
    private readonly float[] _parameters;
    private readonly float[] _observations;
    private readonly float[] _workspace;
    private readonly float[] _values;
    private readonly float[] _actions;
    private int _step;

    /// <param name="environment">Whose spaces.</param>
    /// <param name="ppo">The networks.</param>
    /// <param name="count">Observations at once, ≥ 1.</param>
    public ActingWork(EnvironmentEntry environment, PpoConfig ppo, int count)
    {
        var (observations, actions) = (environment.Module.Observations, environment.Module.Actions);
        _networks = PpoNetworks.Create(observations, actions, ppo).Require();
        var state = PpoInitialization.Start(ppo, _networks, RngKey.Root(1));
        _policy = NetworkPolicy.Create(observations, actions, PpoPolicies.Snapshot(ppo, _networks, state)).Require();
        _sampler = new(_policy, count, RngKey.Root(2));
        _count = count;
        _parameters = state.Parameters.Values.ToArray();
        _observations = [.. SyntheticExperience.Observations(observations, count)];
        _workspace = new float[
            Math.Max(_policy.WorkspaceSize(count), Network.ForwardWorkspaceLength(_networks.Critic.Network, count))
        ];
        _values = new float[count];
        _actions = new float[count * actions.Size];
    }

    /// <summary>Head output of the policy.</summary>
    public Workload Policy => new("policy", () => _policy.HeadOutput(_observations, _count, memory: [], _workspace));

    /// <summary>Head output and value.</summary>
    public Workload PolicyAndValue =>
        new(
            "policy and value",
            () =>
            {
                _policy.HeadOutput(_observations, _count, memory: [], _workspace);
                var critic = _networks.CriticShare(_parameters);
                Network.Forward(_networks.Critic.Network, critic, _observations, _count, _workspace, _values);
            }
        );

    /// <summary>Head output, and an action drawn from it.</summary>
    public Workload Sampling =>
        new("policy and sample", () => _sampler.Sample(_step++ & 0xFFFF, _observations, _workspace, _actions));
}
