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

    [Fact]
    public void Recurrent_matrices_are_orthogonal_gate_by_gate_and_layer_norms_change_nothing()
    {
        var specification = NetworkSpecification
            .Create(
                3,
                [
                    new Layer.Lstm(3, 6),
                    new Layer.LayerNorm(6, Epsilon: 1e-5f),
                    new Layer.Dense(6, 6),
                    new Layer.Gru(6, 6),
                ]
            )
            .Require();
        var parameters = new float[specification.ParameterCount];
        Array.Fill(parameters, 9f);
        NetworkInitialization.FillOrthogonal(specification, 2f, 0.5f, RngKey.Root(1), parameters);
        var tensors = specification.Tensors.ToDictionary(
            tensor => tensor.Name,
            tensor => parameters.AsSpan(tensor.Offset, tensor.Length).ToArray()
        );
        foreach (
            var (name, gateCount, rowCount) in new[]
            {
                ("0.weight_ih", 4, 3),
                ("0.weight_hh", 4, 6),
                ("3.weight_ih", 3, 6),
            }
        )
        {
            for (var gate = 0; gate < gateCount; gate++)
            {
                var rows = tensors[name]
                    .Chunk(gateCount * 6)
                    .Select(row => row[(gate * 6)..((gate + 1) * 6)])
                    .ToArray();
                Assert.Equal(rowCount, rows.Length);
                Assert.All(rows, row => Assert.Equal(1.0, row.Sum(w => (double)w * w), 1e-5));
                Assert.Equal(0.0, rows[0].Zip(rows[1], (a, b) => (double)a * b).Sum(), 1e-5);
            }
        }

        Assert.NotEqual(tensors["3.weight_ih"], tensors["3.weight_hh"]);
        Assert.Equal(6 * 0.25, tensors["2.weight"].Sum(w => (double)w * w), 1e-5);
        Assert.All(tensors["1.weight"], w => Assert.Equal(1f, w));
        Assert.All(
            tensors
                .Where(tensor => tensor.Key.Contains("bias", StringComparison.Ordinal))
                .SelectMany(tensor => tensor.Value),
            b => Assert.Equal(0f, b)
        );
    }
}
