using ActorIL.Cli.Tests.Running;

namespace ActorIL.Cli.Tests.Traces;

public class TraceHelpTests
{
    [Theory]
    [InlineData("info")]
    [InlineData("ls")]
    [InlineData("show")]
    [InlineData("filter")]
    [InlineData("export")]
    [InlineData("step")]
    public void Every_verb_says_how_it_is_used(string verb)
    {
        var help = Invocation.Run("trace", verb, "--help");
        Assert.Equal((0, ""), (help.Code, help.Error));
        Assert.Contains("Examples:\n", help.Out, StringComparison.Ordinal);
        Snapshot.Matches(help.Out, verb);
    }
}
