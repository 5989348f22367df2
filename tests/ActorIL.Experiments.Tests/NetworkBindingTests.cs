using ActorIL.Numerics.Networks;

namespace ActorIL.Experiments.Tests;

public sealed class NetworkBindingTests
{
    [Theory]
    [InlineData("tanh", ActivationFunction.Tanh)]
    [InlineData("relu", ActivationFunction.Relu)]
    [InlineData("gelu", ActivationFunction.Gelu)]
    [InlineData("silu", ActivationFunction.Silu)]
    public void Every_activation_has_its_word(string word, ActivationFunction activation)
    {
        var plan = Configurations.Good($"actoril.ppo.network.activation = {word}").Plan;
        Assert.Equal(activation, plan.Expert.Training!.Ppo.Activation);
    }
}
