using ActorIL.Core.Randomness;
using ActorIL.Core.Randomness.Lanes;

namespace ActorIL.Core.Tests.Randomness;

/// <summary>Folds and draws of single keys are the twins of those of many.</summary>
public sealed class RngKeysTests
{
    private static readonly ulong[] Extremes = [0, 1, uint.MaxValue, 1UL << 32, ulong.MaxValue, 0x8000000080000000];

    public static TheoryData<int> Counts => [0, 1, 2, 3, 7, 8, 9, 16, 31, 100];

    [Theory]
    [MemberData(nameof(Counts))]
    public void Many_keys_fold_as_single_ones_do(int count)
    {
        var (keys, counters) = (Keys(count), Words(count, salt: 9));
        var children = new RngKey[count];
        RngKeys.Fold(keys, counters, children);
        Assert.Equal(keys.Zip(counters, (key, counter) => key.Fold(counter)), children);
        RngKeys.Fold(keys, counter: 0x123456789ABCDEF, children);
        Assert.Equal(keys.Select(key => key.Fold(0x123456789ABCDEF)), children);
        RngKeys.Fold(keys, counters, keys);
        Assert.Equal(Keys(count).Zip(counters, (key, counter) => key.Fold(counter)), keys);
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void Many_draws_have_the_bits_of_single_ones(int count)
    {
        var (words, draws, singles) = (new ulong[count], new double[count], new float[count]);
        foreach (var first in Extremes)
        {
            var key = new RngKey(first * 3);
            RngKeys.Bits(key, first, words);
            Assert.Equal(Enumerable.Range(0, count).Select(i => key.Bits(first + (ulong)i).First), words);
            RngKeys.UniformSingle(key, first, singles);
            Assert.Equal(Enumerable.Range(0, count).Select(i => Draw.UniformSingle(key, first + (ulong)i)), singles);
            RngKeys.Uniform(Keys(count), first, -0.05, 0.05, draws);
            Assert.Equal(Keys(count).Select(own => Draw.Uniform(own, first, -0.05, 0.05)), draws);
        }
    }

    [Fact]
    public void Every_width_gives_the_same_words()
    {
        const uint domain = 7;
        var (keys, counters) = (Words(21, salt: 1), Words(21, salt: 2));
        var expected = keys.Zip(counters, (key, counter) => First(key, counter, domain)).ToArray();
        var words = new ulong[keys.Length];
        if (WordLanes256.IsSupported)
        {
            PhiloxWords.OfKeys<WordLanes256>(keys, counters, domain, words);
            Assert.Equal(expected, words);
        }

        if (WordLanes512.IsSupported)
        {
            PhiloxWords.OfKeys<WordLanes512>(keys, counters, domain, words);
            Assert.Equal(expected, words);
        }
    }

    [Fact]
    public void Shapes_that_disagree_are_refused()
    {
        Assert.Throws<ArgumentException>(() => RngKeys.Fold(Keys(3), 1, new RngKey[2]));
        Assert.Throws<ArgumentException>(() => RngKeys.Fold(Keys(3), new ulong[2], new RngKey[3]));
        Assert.Throws<ArgumentException>(() => RngKeys.Uniform(Keys(3), 0, 0, 1, new double[4]));
    }

    private static RngKey[] Keys(int count) => [.. Words(count, salt: 5).Select(word => new RngKey(word))];

    private static ulong[] Words(int count, ulong salt) =>
        [.. Enumerable.Range(0, count).Select(i => i < 6 ? Extremes[i] : new RngKey(salt).Bits((ulong)i).Second)];

    private static ulong First(ulong key, ulong counter, uint domain)
    {
        var (x0, x1, _, _) = Philox.Block(
            (uint)counter,
            (uint)(counter >> 32),
            0,
            domain,
            (uint)key,
            (uint)(key >> 32)
        );
        return x0 | ((ulong)x1 << 32);
    }
}
