using ActorIL.Algorithms.Gail;
using ActorIL.Core.Randomness;
using ActorIL.Numerics.Networks;
using ActorIL.Numerics.Statistics;

namespace ActorIL.Algorithms.Tests.Gail;

public class GailLossTests
{
    private const int Half = 6;

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.3)]
    public void The_gradient_is_that_of_the_naive_objective(double entropyCoefficient)
    {
        var config = GailSamples.Config with { EntropyCoefficient = entropyCoefficient };
        var discriminator = GailSamples.Discriminator(config, Samples.ThreeChoices);
        var network = discriminator.Network;
        var parameters = Samples.Numbers(new RngKey(1), network.ParameterCount).ToArray();
        var input = Samples.Numbers(new RngKey(2), 2 * Half * discriminator.Features.Count).ToArray();
        var gradient = new float[parameters.Length];
        var loss = new GailLoss(network, config, Half).Evaluate(parameters, input, gradient);
        Assert.Equal(Objective(network, parameters, input, 0), loss, 1e-5);
        const float Step = 1e-2f;
        for (var i = 0; i < parameters.Length; i++)
        {
            var (up, down) = ((float[])parameters.Clone(), (float[])parameters.Clone());
            up[i] += Step;
            down[i] -= Step;
            var slope =
                (
                    Objective(network, up, input, entropyCoefficient)
                    - Objective(network, down, input, entropyCoefficient)
                ) / (up[i] - (double)down[i]);
            Assert.Equal(slope, gradient[i], 2e-4);
        }
    }

    [Theory]
    [InlineData(1e4f)]
    [InlineData(-1e4f)]
    public void Extreme_logits_give_a_finite_loss_and_gradient(float bias)
    {
        var discriminator = GailSamples.Discriminator(GailSamples.Config, Samples.ThreeChoices);
        var parameters = new float[discriminator.Network.ParameterCount];
        parameters[^1] = bias;
        var input = new float[2 * Half * discriminator.Features.Count];
        var gradient = new float[parameters.Length];
        var loss = new GailLoss(discriminator.Network, GailSamples.Config, Half).Evaluate(parameters, input, gradient);

        // One half is certain and right, the other certain and wrong.
        Assert.Equal(Math.Abs(bias) / 2, loss, 1e-3);
        Assert.Equal(Math.Sign(bias) * 0.5f, gradient[^1], 1e-6);
        Assert.All(gradient, slope => Assert.True(float.IsFinite(slope)));
    }

    [Fact]
    public void A_discriminator_that_starts_knows_next_to_nothing()
    {
        var discriminator = GailSamples.Discriminator(GailSamples.Config, Samples.OneTorque);
        var state = discriminator.Start(new RngKey(3), RunningMoments.Empty(discriminator.Features.Count));
        var inputs = Samples.Numbers(new RngKey(4), 20 * discriminator.Features.Count);
        Assert.All(discriminator.Logits(state.Parameters, inputs.AsSpan()), logit => Assert.InRange(logit, -0.1, 0.1));
    }

    /// <summary>The twin: −log of the probabilities, row by row in double, minus the weighted entropy.</summary>
    private static double Objective(NetworkSpecification network, float[] parameters, float[] input, double coefficient)
    {
        var logits = new float[2 * Half];
        Network.Forward(
            network,
            parameters,
            input,
            logits.Length,
            new float[Network.ForwardWorkspaceLength(network, logits.Length)],
            logits
        );
        var sum = 0.0;
        for (var i = 0; i < logits.Length; i++)
        {
            var expert = 1 / (1 + Math.Exp(-(double)logits[i]));
            var entropy = -(expert * Math.Log(expert)) - ((1 - expert) * Math.Log(1 - expert));
            sum -= (i < Half ? Math.Log(expert) : Math.Log(1 - expert)) + (coefficient * entropy);
        }

        return sum / logits.Length;
    }
}
