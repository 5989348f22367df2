using System.Globalization;
using System.Numerics;
using System.Text;
using ActorIL.Core.Hashing;
using ActorIL.Core.Randomness;
using ActorIL.Testing;

namespace ActorIL.Core.Tests.Randomness;

public sealed class RngKeyTests
{
    [Fact]
    public void The_split_tree_never_changes_its_bits()
    {
        var text = new StringBuilder();
        foreach (var seed in new[] { 0UL, 1UL, 42UL, ulong.MaxValue })
        {
            var root = RngKey.Root(seed);
            text.Append(CultureInfo.InvariantCulture, $"seed {seed}: root {root}\n");
            foreach (var counter in new[] { 0UL, 1UL, 2UL, 1UL << 32, ulong.MaxValue })
            {
                var child = root.Fold(counter);
                var grandchild = child.Fold(0);
                text.Append(CultureInfo.InvariantCulture, $"  child {counter}: {child}, its child 0: {grandchild}\n");
                text.Append(CultureInfo.InvariantCulture, $"  draw  {counter}: {Words(root.Bits(counter))}\n");
            }

            foreach (var purpose in new[] { "", "reset", "minibatch" })
            {
                text.Append(CultureInfo.InvariantCulture, $"  purpose '{purpose}': {root.Fold(purpose)}\n");
            }
        }

        Snapshot.Matches(text.ToString());
    }

    [Fact]
    public void Children_and_draws_of_one_key_are_all_different()
    {
        const int count = 1 << 16;
        var key = RngKey.Root(7);
        var seen = new HashSet<ulong>();
        for (var i = 0UL; i < count; i++)
        {
            seen.Add(key.Fold(i).Value);
            seen.Add(key.Bits(i).First);
            seen.Add(key.Bits(i).Second);
        }

        Assert.Equal(3 * count, seen.Count);
    }

    [Fact]
    public void A_child_says_nothing_about_the_draw_at_its_counter()
    {
        const int count = 10_000;
        var key = RngKey.Root(8);
        var agreementCount = 0L;
        for (var i = 0UL; i < count; i++)
        {
            agreementCount += 64 - BitOperations.PopCount(key.Fold(i).Value ^ key.Bits(i).First);
        }

        // 640,000 fair coins: a standard deviation is 0.000625.
        Assert.InRange(agreementCount / (64.0 * count), 0.497, 0.503);
    }

    [Fact]
    public void One_bit_of_the_key_changes_half_the_bits_of_child_and_draw() =>
        Law.Holds(Any.Seed, seed =>
        {
            var changedCount = 0;
            for (var bit = 0; bit < 64; bit++)
            {
                var other = new RngKey(seed ^ (1UL << bit));
                changedCount += BitOperations.PopCount(new RngKey(seed).Fold(3).Value ^ other.Fold(3).Value);
                changedCount += BitOperations.PopCount(new RngKey(seed).Bits(3).Second ^ other.Bits(3).Second);
            }

            // 8,192 fair coins: a standard deviation is 45.
            Assert.InRange(changedCount, 4096 - 270, 4096 + 270);
        });

    [Fact]
    public void One_bit_of_the_counter_changes_half_the_bits_of_child_and_draw() =>
        Law.Holds(Any.Seed, seed =>
        {
            var key = new RngKey(seed);
            var changedCount = 0;
            for (var bit = 0; bit < 64; bit++)
            {
                changedCount += BitOperations.PopCount(key.Fold(seed).Value ^ key.Fold(seed ^ (1UL << bit)).Value);
                changedCount += BitOperations.PopCount(key.Bits(seed).First ^ key.Bits(seed ^ (1UL << bit)).First);
            }

            Assert.InRange(changedCount, 4096 - 270, 4096 + 270);
        });

    [Fact]
    public void The_order_of_folds_matters() =>
        Law.Holds(Any.Seed, seed => RngKey.Root(seed).Fold(1).Fold(2) != RngKey.Root(seed).Fold(2).Fold(1));

    [Fact]
    public void A_purpose_is_folded_in_by_the_hash_of_its_text() =>
        Assert.Equal(RngKey.Root(3).Fold(ContentHash.Of("reset")), RngKey.Root(3).Fold("reset"));

    [Fact]
    public void A_key_prints_as_sixteen_digits() => Assert.Equal("00000000000000ff", new RngKey(255).ToString());

    private static string Words((ulong First, ulong Second) bits) =>
        string.Create(CultureInfo.InvariantCulture, $"{bits.First:x16} {bits.Second:x16}");
}
