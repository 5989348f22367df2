using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Numerics.Initialization;
using ActorIL.Numerics.Networks;

namespace ActorIL.Numerics.Tests.Initialization;

public sealed class FanInInitializationTests
{
    [Fact]
    public void Weights_and_biases_are_uniform_within_one_over_the_root_of_the_inputs()
    {
        var specification = NetworkSpecification.Mlp(16, [400], 100, ActivationFunction.Tanh).Require();
        var parameters = new float[specification.ParameterCount];
        NetworkInitialization.FillFanIn(specification, RngKey.Root(1), parameters);
        foreach (var (tensor, bound) in specification.Tensors.Zip([0.25, 0.25, 0.05, 0.05]))
        {
            var own = parameters.AsSpan(tensor.Offset, tensor.Length).ToArray();
            Assert.All(own, value => Assert.InRange(value, -bound, bound));

            // The variance of a uniform draw is bound squared over three; 4 standard errors around it.
            var ratio = own.Sum(value => (double)value * value) / own.Length / (bound * bound / 3);
            Assert.Equal(1, ratio, 4 * 0.9 / Math.Sqrt(own.Length));
        }
    }

    [Fact]
    public void Recurrent_layers_are_refused()
    {
        var specification = NetworkSpecification.Create(3, [new Layer.Lstm(3, 6)]).Require();
        var parameters = new float[specification.ParameterCount];
        Assert.Throws<ArgumentException>(() =>
            NetworkInitialization.FillFanIn(specification, RngKey.Root(1), parameters)
        );
    }
}
