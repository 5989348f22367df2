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
    public void Both_matrices_of_a_recurrent_layer_are_transposed_by_themselves()
    {
        var specification = NetworkSpecification.Create(2, [new Layer.Gru(2, 1)]).Require();
        var imported = new float[15];
        ParameterLayout.Import(specification, [.. Enumerable.Range(1, 15).Select(i => (float)i)], imported);
        Assert.Equal([1f, 3f, 5f, 2f, 4f, 6f, 7f, 8f, 9f, 10f, 11f, 12f, 13f, 14f, 15f], imported);
    }

    [Fact]
    public void Export_undoes_import()
    {
        var specification = NetworkSpecification
            .Create(
                5,
                [
                    new Layer.Dense(5, 13),
                    new Layer.LayerNorm(13, Epsilon: 1e-5f),
                    new Layer.Lstm(13, 9),
                    new Layer.Gru(9, 3),
                ]
            )
            .Require();
        var source = RandomFloats.Of(1, "parameters", specification.ParameterCount);
        var (imported, exported) = (new float[source.Length], new float[source.Length]);
        ParameterLayout.Import(specification, source, imported);
        ParameterLayout.Export(specification, imported, exported);
        Bits.Equal(source, exported);
    }
}
