using ActorIL.Numerics.Products;
using ActorIL.Testing;

namespace ActorIL.Numerics.Tests.Products;

public sealed class DenseProductsTests
{
    [Fact]
    public void Every_product_gives_the_bits_of_its_naive_twin() =>
        Seeded.Run(
            150,
            seed =>
                CheckShape(
                    seed,
                    RandomFloats.Integer(seed, "batch", 0, 40),
                    RandomFloats.Integer(seed, "inputs", 1, 70),
                    RandomFloats.Integer(seed, "outputs", 1, 70)
                )
        );

    [Theory]
    [InlineData(128, 4, 64)]
    [InlineData(128, 64, 64)]
    [InlineData(128, 64, 1)]
    [InlineData(128, 64, 2)]
    [InlineData(128, 64, 3)]
    [InlineData(4, 64, 2)]
    [InlineData(1, 1, 1)]
    [InlineData(3, 200, 100)]
    [InlineData(33, 150, 260)]
    [InlineData(200, 33, 7)]
    [InlineData(40, 7, 20)]
    public void Shapes_that_training_uses_give_the_bits_of_their_naive_twins(int batch, int inputs, int outputs) =>
        CheckShape(seed: 1, batch, inputs, outputs);

    [Fact]
    public void A_wrong_length_is_named_with_both_numbers()
    {
        var shape = new DenseShape(2, 3, 4);
        var error = Assert.Throws<ArgumentException>(() =>
            DenseProducts.Forward(in shape, new float[5], new float[12], new float[4], new float[8])
        );
        Assert.Equal("inputs has 5 numbers; wanted shape [2, 3].", error.Message);
    }

    private static void CheckShape(ulong seed, int batchCount, int inputCount, int outputCount)
    {
        var shape = new DenseShape(batchCount, inputCount, outputCount);
        var x = RandomFloats.Of(seed, "x", batchCount * inputCount);
        var w = RandomFloats.Of(seed, "w", inputCount * outputCount);
        var b = RandomFloats.Of(seed, "b", outputCount);
        var dy = RandomFloats.Of(seed, "dy", batchCount * outputCount);
        var workspace = new float[DenseProducts.WorkspaceLength(in shape)];
        Array.Fill(workspace, float.NaN);

        var y = new float[batchCount * outputCount];
        DenseProducts.Forward(in shape, x, w, b, y);
        Bits.Equal(NaiveProducts.Forward(batchCount, inputCount, outputCount, x, w, b), y);

        var dw = new float[w.Length];
        DenseProducts.WeightGradient(in shape, x, dy, dw);
        Bits.Equal(NaiveProducts.WeightGradient(batchCount, inputCount, outputCount, x, dy), dw);

        var db = new float[outputCount];
        DenseProducts.BiasGradient(in shape, dy, db);
        Bits.Equal(NaiveProducts.BiasGradient(batchCount, outputCount, dy), db);

        var dx = new float[x.Length];
        DenseProducts.InputGradient(in shape, dy, w, workspace, dx);
        var expected = NaiveProducts.InputGradient(batchCount, inputCount, outputCount, dy, w);
        Bits.Equal(expected, dx);

        Array.Fill(dx, float.NaN);
        LargeInputGradient.Multiply(in shape, dy, w, dx);
        Bits.Equal(expected, dx);
    }
}
