using ActorIL.Algorithms.Ppo;
using ActorIL.Algorithms.Values;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Core.Spaces;
using ActorIL.Numerics.Initialization;
using ActorIL.Numerics.Networks;
using ActorIL.Numerics.Optimization;

namespace ActorIL.Algorithms.Tests.Values;

public class ValueNetworksTests
{
    private static readonly EquatableArray<int> Hidden = [16];

    [Fact]
    public void Ppos_critic_is_a_value_network()
    {
        var config = Samples.Ppo with { HiddenSizes = Hidden };
        var networks = PpoNetworks.Create(Samples.TwoNumbers, new Space.Discrete(2), config).Require();
        Assert.Equal(ValueNetworks.OfStates(Samples.TwoNumbers, Hidden, config.Activation).Require(), networks.Critic);
    }

    [Fact]
    public void Discrete_actions_are_outputs_and_continuous_ones_inputs()
    {
        var discrete = OfActions(new Space.Discrete(3));
        Assert.Equal((2, 3), (discrete.InputCount, discrete.OutputCount));
        var box = OfActions(Samples.OneTorque);
        Assert.Equal((3, 1), (box.InputCount, box.OutputCount));
        Assert.True(
            ValueNetworks
                .OfActions(
                    Samples.TwoNumbers,
                    new Space.Product([new Space.Discrete(2), new Space.Discrete(2)]),
                    Hidden,
                    ActivationFunction.Tanh
                )
                .Match(_ => false, _ => true)
        );
    }

    [Fact]
    public void Costs_of_actions_are_learnt()
    {
        var network = OfActions(new Space.Discrete(2));
        var parameters = new float[network.ParameterCount];
        NetworkInitialization.FillOrthogonal(network, NetworkInitialization.HiddenGain, 1f, new RngKey(1), parameters);
        float[] inputs = [0.5f, 0, -0.5f, 0, 0, 0.5f];
        float[] costs = [1, 0, 0, 1, 2, 2];
        var (gradient, first, second) = (
            new float[parameters.Length],
            new float[parameters.Length],
            new float[parameters.Length]
        );
        for (var step = 1; step <= 500; step++)
        {
            _ = ValueNetworks.Loss(network, parameters, inputs, costs, gradient);
            Adam.Step(new AdamSettings(0.9, 0.999, 1e-8), 0.01, step, 1, gradient, first, second, parameters);
        }

        var learnt = ValueNetworks.Evaluate(network, parameters, inputs);
        Assert.All(learnt.Zip(costs), pair => Assert.Equal(pair.Second, pair.First, 0.01f));
    }

    [Fact]
    public void What_a_network_says_itself_teaches_nothing()
    {
        var network = OfActions(new Space.Discrete(2));
        var parameters = new float[network.ParameterCount];
        parameters.AsSpan().Fill(0.25f);
        var gradient = new float[parameters.Length];
        var own = ValueNetworks.Evaluate(network, parameters, [0.5f, -0.5f]);
        Assert.Equal(0, ValueNetworks.Loss(network, parameters, [0.5f, -0.5f], own, gradient));
        Assert.All(gradient, slope => Assert.Equal(0, slope));
    }

    private static NetworkSpecification OfActions(Space actions) =>
        ValueNetworks.OfActions(Samples.TwoNumbers, actions, Hidden, ActivationFunction.Tanh).Require();
}
