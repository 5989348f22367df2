using ActorIL.Core.Experience;
using ActorIL.Core.Randomness;
using ActorIL.Environments.Stepping;

namespace ActorIL.Environments.Tests.Stepping;

/// <summary>Plain loops over single rows are the twins of the columns' loops.</summary>
public sealed class ColumnsTests
{
    [Fact]
    public void Ended_rows_are_found_in_order() =>
        ForEachCount(
            (key, count) =>
            {
                var share = Draw.Index(key, 0, 4);
                Ending[] endings =
                [
                    .. Enumerable
                        .Range(0, count)
                        .Select(i =>
                            Draw.Index(key.Fold((ulong)i), 0, 4) < share ? (Ending)(1 + (i % 2)) : Ending.None
                        ),
                ];
                var rows = new int[count];
                var found = Columns.Ended(endings, rows);
                Assert.Equal(Enumerable.Range(0, count).Where(i => endings[i] != Ending.None), rows[..found]);
            }
        );

    [Fact]
    public void The_first_row_that_is_not_less_is_found_from_anywhere() =>
        ForEachCount(
            (key, count) =>
            {
                int[] counts = [.. Enumerable.Range(0, count).Select(i => Draw.Index(key.Fold((ulong)i), 0, 20))];
                for (var start = 0; start <= count; start++)
                {
                    Assert.Equal(
                        Enumerable.Range(start, count - start).FirstOrDefault(i => counts[i] >= 18, -1),
                        Columns.NextAtLeast(counts, 18, start)
                    );
                }
            }
        );

    [Fact]
    public void Columns_are_added_and_counted_row_by_row() =>
        ForEachCount(
            (key, count) =>
            {
                double[] sums = [.. Enumerable.Range(0, count).Select(i => Draw.Uniform(key, (ulong)i))];
                double[] addends = [.. Enumerable.Range(0, count).Select(i => Draw.Uniform(key.Fold(1), (ulong)i))];
                double[] expected = [.. sums.Zip(addends, (sum, addend) => sum + addend)];
                int[] counts = [.. Enumerable.Range(5, count)];
                Columns.Add(sums, addends);
                Columns.Increment(counts);
                Assert.Equal(expected, sums);
                Assert.Equal(Enumerable.Range(6, count), counts);
            }
        );

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void One_number_that_is_not_finite_is_found_anywhere(float number)
    {
        for (var count = 1; count < 70; count++)
        {
            float[] singles = [.. Enumerable.Repeat(float.MaxValue, count - 1), float.MinValue];
            double[] doubles = [.. singles.Select(single => (double)single)];
            Assert.True(Columns.AllFinite(singles));
            Assert.True(Columns.AllAtMost(doubles, float.MaxValue));
            for (var place = 0; place < count; place++)
            {
                (singles[place], doubles[place]) = (number, number);
                Assert.False(Columns.AllFinite(singles));
                Assert.False(Columns.AllAtMost(doubles, float.MaxValue));
                (singles[place], doubles[place]) = (0, 0);
            }
        }
    }

    private static void ForEachCount(Action<RngKey, int> assert) =>
        Seeded.Run(caseCount: 60, seed => assert(new RngKey(seed), Draw.Index(new RngKey(seed), 99, 70)));
}
