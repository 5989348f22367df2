using ActorIL.Core.Prelude;
using ActorIL.Core.Spaces;
using ActorIL.Environments.Outside;

namespace ActorIL.Environments.Tests.Outside;

/// <summary>Spaces as texts.</summary>
public sealed class SpaceTextTests
{
    [Theory]
    [InlineData("discrete(2)")]
    [InlineData("box([-4.8, -inf, 1E-10], [4.8, inf, 3.4028235E+38])")]
    [InlineData("product(discrete(3), box([0], [0.1]), product(discrete(1)))")]
    public void A_text_is_read_to_the_space_it_was_written_of(string text) =>
        Assert.Equal(text, SpaceText.Of(SpaceText.Read(text).Require()));

    [Fact]
    public void Every_shipped_space_reads_back_to_itself() =>
        Assert.All(
            EnvironmentCatalog.Shipped.Entries.SelectMany<EnvironmentEntry, Space>(entry =>
                [entry.Module.Observations, entry.Module.Actions]
            ),
            space => Assert.Equal(space, SpaceText.Read(SpaceText.Of(space)).Require())
        );

    [Theory]
    [InlineData("")]
    [InlineData("discrete(0)")]
    [InlineData("discrete(2) ")]
    [InlineData("discrete(2")]
    [InlineData("box([0], [1, 2])")]
    [InlineData("box([2], [1])")]
    [InlineData("box([nan], [1])")]
    [InlineData("product()")]
    [InlineData("product(discrete(2)")]
    [InlineData("circle(1)")]
    public void Anything_else_is_an_error(string text) =>
        Assert.Contains(
            "wanted a space such as",
            SpaceText.Read(text).Match(_ => "", error => error.ToString()),
            StringComparison.Ordinal
        );
}
