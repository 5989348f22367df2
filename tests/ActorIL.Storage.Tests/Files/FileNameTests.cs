using ActorIL.Storage.Files;

namespace ActorIL.Storage.Tests.Files;

public sealed class FileNameTests
{
    [Theory]
    [InlineData("cartpole")]
    [InlineData("CartPole-v1.seed_3")]
    public void A_plain_name_is_kept(string name) => Assert.Equal(name, Outcome.Value(FileName.Check("run", name)));

    [Theory]
    [InlineData("")]
    [InlineData(".hidden")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a b")]
    [InlineData("a:b")]
    [InlineData("naïve")]
    [InlineData("a\0")]
    public void A_name_that_some_system_refuses_is_an_error(string name) =>
        Assert.Equal($"'{name}'", Outcome.Error(FileName.Check("run", name)).Found);

    [Fact]
    public void A_long_name_is_an_error()
    {
        Outcome.Value(FileName.Check("run", new string('a', FileName.LengthMax)));
        Outcome.Error(FileName.Check("run", new string('a', FileName.LengthMax + 1)));
    }
}
