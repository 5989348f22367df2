using ActorIL.Testing;
using Xunit.Sdk;

namespace Tidy.Tests.Testing;

public sealed class SeededTests
{
    [Fact]
    public void Every_case_has_a_seed_of_its_own()
    {
        var seeds = new HashSet<ulong>();
        Seeded.Run(1000, seed => Assert.True(seeds.Add(seed)));
        Assert.Equal(1000, seeds.Count);
    }

    [Fact]
    public void A_failure_prints_its_seed_and_the_command_that_repeats_it()
    {
        var failing = 0UL;
        var count = 0;
        var failure = Assert.Throws<XunitException>(() => Seeded.Run(10, seed =>
        {
            failing = seed;
            Assert.True(++count < 4);
        }));
        Assert.StartsWith(
            Invariant($"Case 4 of 10 failed with seed {failing}: "),
            failure.Message,
            StringComparison.Ordinal);
        Assert.Contains(
            Invariant($"Repeat it with: ACTORIL_SEED={failing} dotnet test tests/Tidy.Tests -c Release"),
            failure.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_printed_seed_is_the_first_case_of_the_repeated_run() =>
        Law.Holds((ulong seed) => TestSeed.OfCase(TestSeed.Of("A.cs", "B", Invariant($"{seed}")), 0) == seed);

    [Fact]
    public void An_unset_variable_fixes_the_seed_by_the_name_of_the_test()
    {
        Assert.Equal(TestSeed.Of("/_/tests/X/A.cs", "M", null), TestSeed.Of(@"C:\clone\tests\X\A.Part.cs", "M", ""));
        Assert.NotEqual(TestSeed.Of("A.cs", "M", null), TestSeed.Of("A.cs", "N", null));
    }

    [Fact]
    public void The_word_random_leaves_the_fixed_seed_for_one_that_lasts_the_run()
    {
        Assert.NotEqual(TestSeed.Of("A.cs", "M", null), TestSeed.Of("A.cs", "M", "random"));
        Assert.Equal(TestSeed.Of("A.cs", "M", "random"), TestSeed.Of("A.cs", "M", "random"));
    }

    [Fact]
    public void A_seed_that_is_no_number_is_refused_by_name()
    {
        var failure = Assert.Throws<FormatException>(() => TestSeed.Of("A.cs", "M", "twelve"));
        Assert.StartsWith("ACTORIL_SEED is 'twelve'; wanted a number", failure.Message, StringComparison.Ordinal);
    }
}
