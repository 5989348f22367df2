using ActorIL.Core.Hashing;
using ActorIL.Core.Randomness;
using ActorIL.Testing;

namespace ActorIL.Core.Tests.Hashing;

public sealed class HashChainTests
{
    private const int WordCount = 20;

    [Fact]
    public void Changing_any_word_changes_the_value() =>
        Seeded.Run(100, seed => ForEachIndex(seed, (words, i) => words[i] ^= 1UL << (i * 3)));

    [Fact]
    public void Dropping_any_word_changes_the_value() =>
        Seeded.Run(100, seed => ForEachIndex(seed, (words, i) => words.RemoveAt(i)));

    [Fact]
    public void Doubling_any_word_changes_the_value() =>
        Seeded.Run(100, seed => ForEachIndex(seed, (words, i) => words.Insert(i, words[i])));

    [Fact]
    public void Adding_a_zero_anywhere_changes_the_value() =>
        Seeded.Run(100, seed => ForEachIndex(seed, (words, i) => words.Insert(i, 0)));

    [Fact]
    public void Swapping_any_neighbours_changes_the_value() =>
        Seeded.Run(
            100,
            seed =>
                ForEachIndex(
                    seed,
                    (words, i) =>
                    {
                        var other = (i + 1) % words.Count;
                        (words[i], words[other]) = (words[other], words[i]);
                    }
                )
        );

    [Fact]
    public void One_appended_word_is_never_mistaken_for_another() =>
        Law.Holds(
            Any.Seed,
            Any.Seed,
            (first, second) => first == second || HashChain.Empty.Append(first) != HashChain.Empty.Append(second)
        );

    [Fact]
    public void Equal_words_give_equal_chains() =>
        Law.Holds(Any.Seed, seed => ChainOf(Words(seed)) == ChainOf(Words(seed)));

    [Fact]
    public void A_text_is_appended_by_its_hash() =>
        Assert.Equal(HashChain.Empty.Append(ContentHash.Of("tick")), HashChain.Empty.Append("tick"));

    [Fact]
    public void The_chain_never_changes_its_bits() =>
        Assert.Equal(
            "27d4eb2f165667c5 83da6a686a47c356",
            $"{HashChain.Empty} {HashChain.Empty.Append(0).Append(1).Append("two")}"
        );

    private static void ForEachIndex(ulong seed, Action<List<ulong>, int> damage)
    {
        var intact = ChainOf(Words(seed));
        for (var i = 0; i < WordCount; i++)
        {
            var words = Words(seed);
            damage(words, i);
            Assert.NotEqual(intact, ChainOf(words));
        }
    }

    private static List<ulong> Words(ulong seed) =>
        [.. Enumerable.Range(0, WordCount).Select(i => new RngKey(seed).Bits((ulong)i).First)];

    private static HashChain ChainOf(IEnumerable<ulong> words) =>
        words.Aggregate(HashChain.Empty, (chain, word) => chain.Append(word));
}
