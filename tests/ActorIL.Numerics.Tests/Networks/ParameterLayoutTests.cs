using ActorIL.Core.Prelude;
using ActorIL.Numerics.Networks;

namespace ActorIL.Numerics.Tests.Networks;

public sealed class ParameterLayoutTests
{
    [Fact]
    public void Weights_are_transposed_and_biases_are_not()
    {
        var specification = NetworkSpecification.Mlp(2, [], 3, ActivationFunction.Tanh).Require();
        var imported = new float[9];
        ParameterLayout.Import(specification, [1f, 2f, 3f, 4f, 5f, 6f, 7f, 8f, 9f], imported);
        Assert.Equal([1f, 3f, 5f, 2f, 4f, 6f, 7f, 8f, 9f], imported);
    }

    [Fact]
    public void Export_undoes_import()
    {
        var specification = NetworkSpecification.Mlp(5, [13, 9], 3, ActivationFunction.Relu).Require();
        var source = RandomFloats.Of(1, "parameters", specification.ParameterCount);
        var (imported, exported) = (new float[source.Length], new float[source.Length]);
        ParameterLayout.Import(specification, source, imported);
        ParameterLayout.Export(specification, imported, exported);
        Bits.Equal(source, exported);
    }
}
