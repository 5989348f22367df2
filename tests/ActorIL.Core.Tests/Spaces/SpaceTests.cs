using ActorIL.Core.Prelude;
using ActorIL.Core.Spaces;
using ActorIL.Testing;
using FsCheck.Fluent;

namespace ActorIL.Core.Tests.Spaces;

public sealed class SpaceTests
{
    private static readonly Space Three = new Space.Discrete(3);
    private static readonly Space Square = new Space.Box([-1f, 0f], [1f, float.PositiveInfinity]);

    [Theory]
    [InlineData(0f, true)]
    [InlineData(2f, true)]
    [InlineData(3f, false)]
    [InlineData(-1f, false)]
    [InlineData(1.5f, false)]
    [InlineData(float.NaN, false)]
    [InlineData(float.PositiveInfinity, false)]
    public void A_discrete_space_holds_its_indices(float element, bool isInside) =>
        Assert.Equal(isInside, Three.Contains([element]));

    [Theory]
    [InlineData(-1f, 0f, true)]
    [InlineData(1f, float.PositiveInfinity, true)]
    [InlineData(1.0000001f, 0f, false)]
    [InlineData(0f, -1e-30f, false)]
    [InlineData(float.NaN, 0f, false)]
    [InlineData(0f, float.NaN, false)]
    public void A_box_holds_what_lies_between_its_bounds(float first, float second, bool isInside) =>
        Assert.Equal(isInside, Square.Contains([first, second]));

    [Fact]
    public void An_element_of_another_size_lies_in_no_space()
    {
        foreach (var space in new[] { Three, Square, new Space.Product([Three, Square]) })
        {
            Assert.False(space.Contains([]));
            Assert.False(space.Contains(new float[space.Size + 1]));
            Assert.True(space.Contains(new float[space.Size]));
        }
    }

    [Fact]
    public void A_product_holds_its_parts_side_by_side()
    {
        var product = new Space.Product([Three, Square, Three]);

        Assert.Equal(4, product.Size);
        Assert.True(product.Contains([2, -1, 5, 0]));
        Assert.False(product.Contains([3, -1, 5, 0]));
        Assert.False(product.Contains([2, -2, 5, 0]));
        Assert.False(product.Contains([2, -1, 5, float.NaN]));
    }

    [Fact]
    public void A_product_agrees_with_its_parts() =>
        Law.Holds(Any.Integer(-1, 3).ArrayOf(4), whole =>
        {
            ReadOnlySpan<float> all = [whole[0], whole[1], whole[2], whole[3]];
            var isInside = Three.Contains(all[..1]) && Square.Contains(all[1..3]) && Three.Contains(all[3..]);
            return new Space.Product([Three, Square, Three]).Contains(all) == isInside;
        });

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_discrete_space_of_nothing_is_refused(int count) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Space.Discrete(count));

    [Fact]
    public void Bounds_of_different_length_are_refused_with_both_numbers()
    {
        var thrown = Assert.Throws<ArgumentException>(() => new Space.Box([0f, 0f], [1f]));
        Assert.Equal("low has 2 numbers and high has 1; they must agree.", thrown.Message);
    }

    [Theory]
    [InlineData(1f, 0f)]
    [InlineData(float.NaN, 0f)]
    [InlineData(0f, float.NaN)]
    public void Bounds_in_no_order_are_refused(float low, float high) =>
        Assert.Throws<ArgumentException>(() => new Space.Box([low], [high]));

    [Fact]
    public void Spaces_compare_by_value()
    {
        Assert.Equal(new Space.Product([Three, Square]), new Space.Product([new Space.Discrete(3), Square]));
        Assert.Equal(Square, new Space.Box([-1f, 0f], [1f, float.PositiveInfinity]));
        Assert.NotEqual(Three, new Space.Discrete(4));
    }

    [Fact]
    public void A_space_is_matched_by_its_case()
    {
        static string Kind(Space space) => space.Match(_ => "discrete", _ => "box", _ => "product");

        Assert.Equal("discrete box product", $"{Kind(Three)} {Kind(Square)} {Kind(new Space.Product([Three]))}");
    }

    [Fact]
    public void A_space_prints_its_bounds() =>
        Assert.Equal(
            "Product(Discrete(3), Box([-1, 0] .. [1, Infinity]))", new Space.Product([Three, Square]).ToString());
}
