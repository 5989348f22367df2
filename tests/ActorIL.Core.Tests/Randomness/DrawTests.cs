using System.Globalization;
using System.Text;
using ActorIL.Core.Randomness;
using ActorIL.Testing;

namespace ActorIL.Core.Tests.Randomness;

public sealed class DrawTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(66)]
    [InlineData(1_000)]
    public void A_permutation_is_the_one_of_single_draws(int count)
    {
        var key = RngKey.Root(9).Fold((ulong)count);
        var (order, naive) = (new int[count], Enumerable.Range(0, count).ToArray());
        for (var last = count - 1; last > 0; last--)
        {
            var other = Draw.Index(key, (ulong)last, last + 1);
            (naive[last], naive[other]) = (naive[other], naive[last]);
        }

        Draw.Permutation(key, order);
        Assert.Equal(naive, order);
    }

    [Fact]
    public void Draws_never_change_their_bits()
    {
        var key = RngKey.Root(42);
        var order = new int[10];
        Draw.Permutation(key, order);
        var text = new StringBuilder();
        for (var i = 0UL; i < 4; i++)
        {
            var uniform = Draw.Uniform(key, i);
            var single = Draw.UniformSingle(key, i);
            var scaled = Draw.Uniform(key, i, -0.05, 0.05);
            var index = Draw.Index(key, i, 1000);
            text.Append(CultureInfo.InvariantCulture, $"{i}: {uniform:R} {single:R} {scaled:R} {index}\n");
        }

        Snapshot.Matches(text.Append("permutation: ").AppendJoin(' ', order).ToString());
    }

    [Theory]
    [InlineData(1UL)]
    [InlineData(2UL)]
    [InlineData(3UL)]
    public void Uniform_doubles_fill_their_cells_evenly(ulong seed)
    {
        var counts = new int[64];
        for (var i = 0UL; i < 64_000; i++)
        {
            counts[(int)(64 * Draw.Uniform(RngKey.Root(seed), i))]++;
        }

        ChiSquare.AssertUniform(counts);
    }

    [Theory]
    [InlineData(1UL)]
    [InlineData(2UL)]
    [InlineData(3UL)]
    public void Uniform_floats_fill_their_cells_evenly(ulong seed)
    {
        var counts = new int[64];
        for (var i = 0UL; i < 64_000; i++)
        {
            counts[(int)(64 * Draw.UniformSingle(RngKey.Root(seed), i))]++;
        }

        ChiSquare.AssertUniform(counts);
    }

    [Fact]
    public void Neighbouring_draws_fill_the_square_evenly()
    {
        var key = RngKey.Root(4);
        var counts = new int[64];
        for (var i = 0UL; i < 64_000; i++)
        {
            var (row, column) = ((int)(8 * Draw.Uniform(key, 2 * i)), (int)(8 * Draw.Uniform(key, (2 * i) + 1)));
            counts[(8 * row) + column]++;
        }

        ChiSquare.AssertUniform(counts);
    }

    [Fact]
    public void Uniform_numbers_are_whole_multiples_of_their_step_below_one() =>
        Law.Holds(
            Any.Seed,
            seed =>
            {
                var wide = Draw.Uniform(new RngKey(seed)) * (1L << 53);
                var narrow = Draw.UniformSingle(new RngKey(seed)) * (1 << 24);
                return wide >= 0
                    && wide < 1L << 53
                    && Math.Floor(wide) == wide
                    && narrow >= 0
                    && narrow < 1 << 24
                    && MathF.Floor(narrow) == narrow;
            }
        );

    [Fact]
    public void Uniform_between_bounds_stays_between_them() =>
        Law.Holds(
            Any.Seed,
            Any.Float(-10, 10),
            (seed, low) =>
                Draw.Uniform(new RngKey(seed), 0, low, low + 1.0) is var drawn && drawn >= low && drawn <= low + 1.0
        );

    [Theory]
    [InlineData(1UL)]
    [InlineData(2UL)]
    public void Indices_are_evenly_distributed(ulong seed)
    {
        var counts = new int[7];
        for (var i = 0UL; i < 70_000; i++)
        {
            counts[Draw.Index(RngKey.Root(seed), i, counts.Length)]++;
        }

        ChiSquare.AssertUniform(counts);
    }

    [Fact]
    public void An_index_below_a_count_that_divides_no_power_of_two_has_no_bias()
    {
        // The remainder of a 32-bit number would fall into the first of these three thirds half of the time.
        const int third = 1 << 29;
        var counts = new int[3];
        for (var i = 0UL; i < 30_000; i++)
        {
            counts[Draw.Index(RngKey.Root(5), i, 3 * third) / third]++;
        }

        ChiSquare.AssertUniform(counts);
    }

    [Fact]
    public void An_index_is_the_high_word_of_the_exact_product() =>
        Law.Holds(
            Any.Seed,
            Any.Integer(1, int.MaxValue),
            (seed, count) =>
                Draw.Index(new RngKey(seed), 9, count)
                == (int)(((UInt128)new RngKey(seed).Bits(9).First * (UInt128)count) >> 64)
        );

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void An_index_among_nothing_is_refused(int count) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Draw.Index(RngKey.Root(1), 0, count));

    [Fact]
    public void A_permutation_holds_every_index_once() =>
        Law.Holds(
            Any.Seed,
            Any.Integer(0, 50),
            (seed, count) =>
            {
                var order = new int[count];
                Draw.Permutation(new RngKey(seed), order);
                Array.Sort(order);
                return order.AsSpan().SequenceEqual(Enumerable.Range(0, count).ToArray());
            }
        );

    [Fact]
    public void All_orders_of_four_are_equally_likely()
    {
        var counts = new int[256];
        var order = new int[4];
        for (var i = 0UL; i < 24_000; i++)
        {
            Draw.Permutation(RngKey.Root(6).Fold(i), order);
            counts[(64 * order[0]) + (16 * order[1]) + (4 * order[2]) + order[3]]++;
        }

        var reached = counts.Where(count => count > 0).ToArray();
        Assert.Equal(24, reached.Length);
        ChiSquare.AssertUniform(reached);
    }
}
