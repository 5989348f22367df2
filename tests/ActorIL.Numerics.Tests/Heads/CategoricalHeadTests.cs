using ActorIL.Numerics.Heads;
using ActorIL.Testing;

namespace ActorIL.Numerics.Tests.Heads;

public sealed class CategoricalHeadTests
{
    [Fact]
    public void Probabilities_sum_to_one_and_are_the_exponentials_of_their_logarithms() =>
        Seeded.Run(
            50,
            seed =>
            {
                var categoryCount = RandomFloats.Integer(seed, "categories", 1, 9);
                var count = RandomFloats.Integer(seed, "rows", 0, 12);
                var (logs, probabilities, entropies) = Evaluate(
                    categoryCount,
                    RandomFloats.Of(seed, "logits", count * categoryCount)
                );
                for (var row = 0; row < count; row++)
                {
                    var shares = probabilities.AsSpan(row * categoryCount, categoryCount).ToArray();
                    var rowLogs = logs.AsSpan(row * categoryCount, categoryCount).ToArray();
                    Assert.Equal(1.0, shares.Sum(p => (double)p), 1e-6);
                    Assert.Equal(shares.Zip(rowLogs, (p, l) => -(double)p * l).Sum(), entropies[row], 1e-5);
                    Assert.All(shares.Zip(rowLogs), x => Assert.Equal(Math.Exp(x.Second), x.First, 1e-6));
                }
            }
        );

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_number_of_rows_gives_the_bits_of_the_naive_twin(int categoryCount)
    {
        for (var rowCount = 1; rowCount <= 20; rowCount++)
        {
            var seed = (ulong)rowCount;
            var logits = RandomFloats.Of(seed, "logits", rowCount * categoryCount);
            logits[^1] = rowCount % 3 == 0 && categoryCount > 1 ? float.NegativeInfinity : logits[^1];
            var weights = RandomFloats.Of(seed, "weights", rowCount);
            int[] categories =
            [
                .. Enumerable
                    .Range(0, rowCount)
                    .Select(row => RandomFloats.Integer(seed, $"category {row}", 0, categoryCount - 1)),
            ];
            var naive = new NaiveCategories(categoryCount, logits);
            var (logs, shares) = (new float[logits.Length], new float[logits.Length]);
            var (entropies, gradients) = (new float[rowCount], new float[logits.Length]);
            CategoricalHead.Evaluate(categoryCount, logits, logs, shares, entropies);
            CategoricalHead.Gradient(categoryCount, logs, shares, entropies, categories, weights, 0.3f, gradients);
            Bits.Equal(naive.Logs, logs);
            Bits.Equal(naive.Shares, shares);
            Bits.Equal(naive.Entropies, entropies);
            Bits.Equal(naive.Gradient(categories, weights, entropyGradient: 0.3f), gradients);
        }
    }

    [Fact]
    public void Equal_logits_have_the_entropy_of_the_number_of_categories()
    {
        var (logs, probabilities, entropies) = Evaluate(4, [100f, 100f, 100f, 100f]);
        Assert.Equal([0.25f, 0.25f, 0.25f, 0.25f], probabilities);
        Assert.Equal(Math.Log(4), entropies[0], 1e-6);
        Assert.All(logs, log => Assert.Equal(-Math.Log(4), log, 1e-6));
    }

    [Fact]
    public void A_category_that_cannot_occur_contributes_nothing()
    {
        float[] logits = [0f, float.NegativeInfinity, 0f];
        var (logs, probabilities, entropies) = Evaluate(3, logits);
        Assert.Equal([0.5f, 0f, 0.5f], probabilities);
        Assert.Equal(Math.Log(2), entropies[0], 1e-6);
        var gradients = new float[3];
        CategoricalHead.Gradient(3, logs, probabilities, entropies, [0], [1f], entropyGradient: 1f, gradients);
        Assert.Equal([0.5f, 0f, -0.5f], gradients, (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void The_mode_is_the_largest_and_ties_go_to_the_lowest_index()
    {
        var modes = new int[3];
        CategoricalHead.Mode(3, [1f, 3f, 2f, 5f, 5f, 5f, -1f, 0f, 0f], modes);
        Assert.Equal([1, 0, 1], modes);
    }

    [Theory]
    [InlineData(0f, 1)]
    [InlineData(0.2499999f, 1)]
    [InlineData(0.25f, 2)]
    [InlineData(0.7499999f, 2)]
    [InlineData(0.75f, 4)]
    [InlineData(0.99999994f, 4)]
    public void A_sample_is_the_first_category_whose_cumulative_sum_exceeds_the_uniform(float uniform, int category)
    {
        var samples = new int[1];
        CategoricalHead.Sample(5, [0f, 0.25f, 0.5f, 0f, 0.25f], [uniform], samples);
        Assert.Equal([category], samples);
    }

    [Fact]
    public void A_sum_that_rounding_left_short_gives_the_last_possible_category()
    {
        var samples = new int[1];
        CategoricalHead.Sample(3, [0.25f, 0.5f, 0f], [0.875f], samples);
        Assert.Equal([1], samples);
    }

    [Fact]
    public void Gradients_agree_with_differences()
    {
        var logits = RandomFloats.Of(1, "logits", 5).Select(x => x % 1f).ToArray();
        double Loss(float[] at)
        {
            var (logs, _, entropies) = Evaluate(5, at);
            return (2.0 * logs[3]) - (3.0 * entropies[0]);
        }

        var (logs, probabilities, entropies) = Evaluate(5, logits);
        var gradients = new float[5];
        CategoricalHead.Gradient(5, logs, probabilities, entropies, [3], [2f], entropyGradient: -3f, gradients);
        for (var i = 0; i < 5; i++)
        {
            var (up, down) = ((float[])logits.Clone(), (float[])logits.Clone());
            up[i] += 1f / 64f;
            down[i] -= 1f / 64f;
            Assert.Equal((Loss(up) - Loss(down)) / ((double)up[i] - down[i]), gradients[i], 2e-3);
        }
    }

    private static (float[] Logs, float[] Probabilities, float[] Entropies) Evaluate(int categoryCount, float[] logits)
    {
        var (logs, probabilities) = (new float[logits.Length], new float[logits.Length]);
        var entropies = new float[logits.Length / categoryCount];
        CategoricalHead.Evaluate(categoryCount, logits, logs, probabilities, entropies);
        return (logs, probabilities, entropies);
    }
}
