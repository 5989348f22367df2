using ActorIL.Core.Experience;

namespace ActorIL.Core.Tests.Experience;

public sealed class ShapeTests
{
    [Theory]
    [InlineData(0, 0, 5)]
    [InlineData(6, 2, 3)]
    public void A_length_that_fills_its_shape_passes(int length, int rows, int columns) =>
        Shape.Require("numbers", length, rows, columns);

    [Theory]
    [InlineData(5, 2, 3)]
    [InlineData(6, -2, -3)]
    [InlineData(0, -1, 0)]
    [InlineData(0, 65_536, 65_536)]
    public void A_length_that_does_not_is_refused_even_where_the_product_overflows(int length, int rows, int columns) =>
        Assert.Throws<ArgumentException>(() => Shape.Require("numbers", length, rows, columns));
}
