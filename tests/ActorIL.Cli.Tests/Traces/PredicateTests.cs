using ActorIL.Cli.Traces;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;

namespace ActorIL.Cli.Tests.Traces;

public class PredicateTests
{
    [Theory]
    [InlineData("tick = 3", "tick Equal 3")]
    [InlineData("tick=3", "tick Equal 3")]
    [InlineData("tick>=3 and to contains learner", "tick GreaterOrEqual 3|to Contains learner")]
    [InlineData("from = \"a b\" and size != -1", "from Equal a b|size NotEqual -1")]
    [InlineData("rolled.collected.returns[0] < 1e-3", "rolled.collected.returns[0] Less 1e-3")]
    [InlineData("a <= 1 and b > 2", "a LessOrEqual 1|b Greater 2")]
    public void Comparisons_are_read_in_order(string text, string wanted) =>
        Assert.Equal(
            wanted,
            TracePredicate
                .Parse("--where", text)
                .Map(predicate =>
                    string.Join('|', predicate.Terms.Select(term => $"{term.Field} {term.Comparison} {term.Value}"))
                )
                .Require()
        );

    [Theory]
    [InlineData("", 1)]
    [InlineData("tick", 5)]
    [InlineData("tick 3", 6)]
    [InlineData("tick =", 7)]
    [InlineData("tick = 3 micro = 1", 10)]
    [InlineData("tick = 3 and", 13)]
    [InlineData("= 3", 1)]
    public void A_mistake_is_placed(string text, int character) =>
        Assert.EndsWith(
            $"character {character}",
            TracePredicate.Parse("--where", text).Match(_ => "", error => error.Where),
            StringComparison.Ordinal
        );

    [Fact]
    public void Floats_are_compared_as_floats()
    {
        var tenth = new FieldNode.Single(0.1f);
        Assert.True(PredicateTest.Holds(tenth, PredicateComparison.Equal, "0.1"));
        Assert.False(PredicateTest.Holds(tenth, PredicateComparison.Greater, "0.1"));
        Assert.True(PredicateTest.Holds(new FieldNode.Single(-0f), PredicateComparison.Equal, "0"));
        Assert.False(PredicateTest.Holds(tenth, PredicateComparison.Equal, "x"));
    }

    [Fact]
    public void Not_a_number_equals_itself_alone()
    {
        var none = new FieldNode.Double(double.NaN);
        Assert.True(PredicateTest.Holds(none, PredicateComparison.Equal, "NaN"));
        Assert.False(PredicateTest.Holds(none, PredicateComparison.Equal, "1"));
        Assert.True(PredicateTest.Holds(none, PredicateComparison.NotEqual, "1"));
        Assert.False(PredicateTest.Holds(none, PredicateComparison.NotEqual, "NaN"));
        Assert.False(PredicateTest.Holds(none, PredicateComparison.Less, "1"));
        Assert.False(PredicateTest.Holds(none, PredicateComparison.GreaterOrEqual, "NaN"));
    }

    [Fact]
    public void Whole_numbers_keep_all_their_digits()
    {
        var large = new FieldNode.Integer(9_007_199_254_740_993);
        Assert.True(PredicateTest.Holds(large, PredicateComparison.Equal, "9007199254740993"));
        Assert.False(PredicateTest.Holds(large, PredicateComparison.Equal, "9007199254740992"));
        Assert.True(PredicateTest.Holds(large, PredicateComparison.Greater, "0.5"));
    }

    [Fact]
    public void Arrays_contain_items_and_texts_contain_parts()
    {
        Assert.True(PredicateTest.Holds(new FieldNode.Bytes([0, 2]), PredicateComparison.Contains, "2"));
        Assert.False(PredicateTest.Holds(new FieldNode.Bytes([0, 2]), PredicateComparison.Equal, "2"));
        Assert.True(PredicateTest.Holds(new FieldNode.Text("learner"), PredicateComparison.Contains, "earn"));
        Assert.True(PredicateTest.Holds(new FieldNode.Boolean(true), PredicateComparison.Equal, "true"));
    }
}
