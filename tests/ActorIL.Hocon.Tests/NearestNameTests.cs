namespace ActorIL.Hocon.Tests;

public class NearestNameTests
{
    private static readonly string[] Known = ["learning-rate", "learning-rates", "clip", "gamma", "lambda", "seed"];

    [Theory]
    [InlineData("learning-rat", "learning-rate")]
    [InlineData("learnign-rate", "learning-rate")]
    [InlineData("learningrate", "learning-rate")]
    [InlineData("clp", "clip")]
    [InlineData("gama", "gamma")]
    [InlineData("lamda", "lambda")]
    [InlineData("sede", "seed")]
    public void A_mistyped_name_finds_the_one_that_was_meant(string name, string nearest)
    {
        Assert.True(NearestName.TryFind(name, Known, out var found));
        Assert.Equal(nearest, found);
    }

    [Theory]
    [InlineData("")]
    [InlineData("zzzz")]
    [InlineData("batch-size")]
    public void A_name_that_is_near_to_none_finds_none(string name) =>
        Assert.False(NearestName.TryFind(name, Known, out _));

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("a", "", 1)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("ab", "ba", 1)]
    [InlineData("abcd", "acbd", 1)]
    [InlineData("ca", "abc", 3)]
    public void Distance_counts_edits(string first, string second, int distance)
    {
        Assert.Equal(distance, NearestName.Distance(first, second));
        Assert.Equal(distance, NearestName.Distance(second, first));
    }

    [Fact]
    public void Ties_go_to_the_ordinally_first_whatever_the_order_of_the_candidates()
    {
        Assert.True(NearestName.TryFind("aa", ["ac", "ab"], out var first));
        Assert.True(NearestName.TryFind("aa", ["ab", "ac"], out var second));
        Assert.Equal(("ab", "ab"), (first, second));
    }

    [Fact]
    public void Very_long_names_cost_nothing() =>
        Assert.False(NearestName.TryFind(new string('a', 10_000_000), [new string('b', 10_000_000)], out _));
}
