using ActorIL.Algorithms.Gail;
using ActorIL.Algorithms.Policies;
using ActorIL.Algorithms.Ppo;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Core.Spaces;
using ActorIL.Numerics.Networks;
using ActorIL.Numerics.Statistics;

namespace ActorIL.Algorithms.Tests.Gail;

public class AbsorbingPoliciesTests
{
    private static readonly Space Marked = new Space.Box([-10f, -10f, 0f], [10f, 10f, 1f]);

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, true)]
    [InlineData(true, false)]
    public void Without_the_indicator_it_acts_as_it_did_where_the_indicator_was_0(bool isNormalized, bool hasHidden)
    {
        var config = Samples.Ppo with { HiddenSizes = hasHidden ? [8] : [] };
        var networks = PpoNetworks.Create(Marked, Samples.OneTorque, config).Require();
        var parameters = Samples.Numbers(new RngKey(1), networks.Policy.ParameterCount);
        var normalizer = isNormalized ? new Standardization([0.2f, -0.1f, 0.3f], [1.5f, 0.7f, 2f], 10f) : null;
        var policy = new PolicySnapshot(
            PolicyModel.Mlp(config.HiddenSizes, config.Activation),
            ParameterBlock.Copy(parameters.AsSpan()),
            normalizer
        );
        var plain = AbsorbingPolicies.WithoutIndicator(policy, networks.Policy.Network);
        var observations = Samples.Numbers(new RngKey(2), 20);
        for (var row = 0; row < 10; row++)
        {
            float[] seen = [observations[2 * row], observations[(2 * row) + 1]];
            Assert.Equal(Act(Marked, policy, [.. seen, 0]), Act(Samples.TwoNumbers, plain, seen), 1e-5);
        }
    }

    [Fact]
    public void A_network_of_another_shape_is_refused()
    {
        var networks = PpoNetworks.Create(Marked, Samples.OneTorque, Samples.Ppo).Require();
        var policy = new PolicySnapshot(
            PolicyModel.Mlp([8], ActivationFunction.Tanh),
            ParameterBlock.Copy(new float[3]),
            Normalizer: null
        );
        Assert.Throws<ArgumentException>(() => AbsorbingPolicies.WithoutIndicator(policy, networks.Policy.Network));
    }

    private static float Act(Space observations, PolicySnapshot snapshot, float[] observation)
    {
        var policy = NetworkPolicy.Create(observations, Samples.OneTorque, snapshot).Require();
        var actions = new float[1];
        policy.Act(observation, 1, memory: [], new float[policy.WorkspaceSize(1)], actions);
        return actions[0];
    }
}
