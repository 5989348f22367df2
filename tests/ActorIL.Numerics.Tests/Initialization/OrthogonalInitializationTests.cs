using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Numerics.Initialization;
using ActorIL.Numerics.Networks;
using ActorIL.Testing;

namespace ActorIL.Numerics.Tests.Initialization;

public sealed class OrthogonalInitializationTests
{
    [Fact]
    public void The_fewer_of_rows_and_columns_are_orthonormal_times_the_gain() =>
        Seeded.Run(
            40,
            seed =>
            {
                var inputCount = RandomFloats.Integer(seed, "inputs", 1, 40);
                var outputCount = RandomFloats.Integer(seed, "outputs", 1, 40);
                var weights = new float[inputCount * outputCount];
                OrthogonalInitialization.Fill(inputCount, outputCount, gain: 2f, RngKey.Root(seed), weights);
                var tall = inputCount >= outputCount;
                var count = int.Min(inputCount, outputCount);
                var length = int.Max(inputCount, outputCount);
                float At(int vector, int element) =>
                    weights[tall ? (element * outputCount) + vector : (vector * outputCount) + element];
                for (var i = 0; i < count; i++)
                {
                    for (var j = 0; j <= i; j++)
                    {
                        var product = Enumerable.Range(0, length).Sum(k => (double)At(i, k) * At(j, k));
                        Assert.Equal(i == j ? 4.0 : 0.0, product, 1e-5);
                    }
                }
            }
        );

    [Fact]
    public void A_key_always_gives_the_same_bits()
    {
        var weights = new float[6];
        OrthogonalInitialization.Fill(inputCount: 3, outputCount: 2, gain: 1f, RngKey.Root(1), weights);
        var bits = weights.Select(BitConverter.SingleToUInt32Bits);
        Assert.Equal([0xBF58A099, 0xBDB65270, 0x3E5AD9FA, 0x3F58B1FB, 0x3EF9EBB8, 0xBF0662FD], bits);
    }

    [Fact]
    public void A_network_gets_its_gains_and_no_bias()
    {
        var specification = NetworkSpecification.Mlp(4, [8, 8], 2, ActivationFunction.Tanh).Require();
        var parameters = new float[specification.ParameterCount];
        Array.Fill(parameters, 9f);
        NetworkInitialization.FillOrthogonal(
            specification,
            hiddenGain: 2f,
            outputGain: 0.5f,
            RngKey.Root(1),
            parameters
        );
        double[] expected = [4 * 4.0, 0, 8 * 4.0, 0, 2 * 0.25, 0];
        var squares = specification
            .Tensors.Select(tensor => parameters.AsSpan(tensor.Offset, tensor.Length).ToArray().Sum(w => (double)w * w))
            .ToArray();
        Assert.Equal(expected, squares, (a, b) => Math.Abs(a - b) < 1e-5);
    }
}
