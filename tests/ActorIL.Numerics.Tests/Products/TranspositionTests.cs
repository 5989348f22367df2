using ActorIL.Numerics.Products;
using ActorIL.Testing;

namespace ActorIL.Numerics.Tests.Products;

public sealed class TranspositionTests
{
    [Fact]
    public void Each_element_changes_its_row_for_its_column() =>
        Seeded.Run(
            100,
            seed =>
            {
                var rowCount = RandomFloats.Integer(seed, "rows", 0, 40);
                var columnCount = RandomFloats.Integer(seed, "columns", 0, 40);
                var source = RandomFloats.Of(seed, "source", rowCount * columnCount);
                var target = new float[source.Length];
                Transposition.Transpose(source, rowCount, columnCount, target);
                for (var i = 0; i < source.Length; i++)
                {
                    Assert.Equal(source[i], target[((i % columnCount) * rowCount) + (i / columnCount)]);
                }
            }
        );
}
