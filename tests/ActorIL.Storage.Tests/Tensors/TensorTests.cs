using ActorIL.Core.Prelude;
using ActorIL.Storage.Tensors;

namespace ActorIL.Storage.Tests.Tensors;

public sealed class TensorTests
{
    [Theory]
    [InlineData(new int[0], 1)]
    [InlineData(new[] { 6 }, 6)]
    [InlineData(new[] { 2, 3 }, 6)]
    [InlineData(new[] { 1, 6, 1 }, 6)]
    [InlineData(new[] { 0 }, 0)]
    [InlineData(new[] { 1 << 30, 1 << 30, 1 << 30, 1 << 30, 0 }, 0)]
    public void A_shape_holds_the_product_of_its_lengths(int[] shape, int count)
    {
        var tensor = new Tensor.Float32("weights", EquatableArray.From(shape), EquatableArray.From(new float[count]));

        Assert.Equal((count, shape.Length, TensorType.Float32), (tensor.Values.Count, tensor.Shape.Count, tensor.Type));
    }

    [Theory]
    [InlineData(new int[0], 0)]
    [InlineData(new[] { 6 }, 5)]
    [InlineData(new[] { 2, 3 }, 5)]
    [InlineData(new[] { -2, -3 }, 6)]
    [InlineData(new[] { -1, 0 }, 0)]
    [InlineData(new[] { 1 << 16, 1 << 16 }, 0)]
    [InlineData(new[] { 1 << 30, 1 << 30, 1 << 30, 1 << 30 }, 0)]
    public void Numbers_that_do_not_fill_the_shape_are_refused(int[] shape, int count)
    {
        var (lengths, values) = (EquatableArray.From(shape), EquatableArray.From(new byte[count]));

        Assert.Throws<ArgumentException>(() => new Tensor.UInt8("weights", lengths, values));
    }

    [Fact]
    public void Every_kind_checks_its_shape()
    {
        Assert.Throws<ArgumentException>(() => new Tensor.Float32("x", [2], [1]));
        Assert.Throws<ArgumentException>(() => new Tensor.Float64("x", [2], [1]));
        Assert.Throws<ArgumentException>(() => new Tensor.Int64("x", [2], [1]));
        Assert.Throws<ArgumentException>(() => new Tensor.UInt8("x", [2], [1]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("__metadata__")]
    public void A_name_the_format_cannot_hold_is_refused(string name) =>
        Assert.Throws<ArgumentException>(() => new Tensor.Float32(name, [1], [1]));

    [Fact]
    public void Tensors_compare_by_value()
    {
        Assert.Equal(new Tensor.Float32("x", [2], [1, 2]), new Tensor.Float32("x", [2], [1, 2]));
        Assert.NotEqual(new Tensor.Float32("x", [2], [1, 2]), new Tensor.Float32("x", [2], [1, 3]));
        Assert.NotEqual(new Tensor.Float32("x", [2], [1, 2]), new Tensor.Float32("x", [1, 2], [1, 2]));
        Assert.NotEqual<Tensor>(new Tensor.Float32("x", [1], [1]), new Tensor.Float64("x", [1], [1]));
    }
}
