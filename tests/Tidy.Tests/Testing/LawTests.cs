using ActorIL.Testing;
using FsCheck;
using FsCheck.Fluent;
using Xunit.Sdk;

namespace Tidy.Tests.Testing;

public sealed class LawTests
{
    [Fact]
    public void A_true_law_passes() => Law.Holds((int a, int b) => a + b == b + a);

    [Fact]
    public void A_law_runs_as_many_cases_as_asked()
    {
        var count = 0;
        Law.Holds(Any.Integer(0, 9), n => ++count > 0 && n is >= 0 and <= 9, caseCount: 37);
        Assert.Equal(37, count);
    }

    [Fact]
    public void A_broken_law_prints_the_smallest_case_the_seed_and_the_command()
    {
        var failure = Assert.Throws<XunitException>(() => Law.Holds((int n) => n < 5));
        var seed = TestSeed.Of("LawTests.cs", nameof(A_broken_law_prints_the_smallest_case_the_seed_and_the_command));
        Assert.Contains("smallest: 5\n", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith(
            Invariant($"Repeat it with: ACTORIL_SEED={seed} dotnet test tests/Tidy.Tests -c Release ")
                + "--filter \"FullyQualifiedName~LawTests."
                + $"{nameof(A_broken_law_prints_the_smallest_case_the_seed_and_the_command)}\"",
            failure.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_law_that_throws_is_broken_and_says_why()
    {
        var failure = Assert.Throws<XunitException>(() => Law.Holds(Any.Seed, seed => Assert.Equal(0UL, seed & 1)));
        Assert.Contains("because:  Assert.Equal() Failure", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_law_whose_condition_is_never_met_is_broken()
    {
        var vacuous = Prop.ForAll((int n) => Prop.When(n > int.MaxValue - 1L, () => false));
        var failure = Assert.Throws<XunitException>(() => Law.Holds(vacuous));
        Assert.Contains("only 0 cases met the law's condition", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_seed_gives_the_same_cases()
    {
        Assert.Equal(Cases(), Cases());

        static List<float> Cases()
        {
            var cases = new List<float>();
            Law.Holds(Any.Float(-1, 1), value => cases.Add(value));
            return cases;
        }
    }
}
