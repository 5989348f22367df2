using System.CommandLine;
using ActorIL.Cli.CommandLine;
using ActorIL.Cli.Terminals;
using ActorIL.Cli.Tests.Running;

namespace ActorIL.Cli.Tests.CommandLines;

public class HelpTests
{
    /// <summary>Every verb of the program, as it is typed.</summary>
    public static TheoryData<string> Verbs => [.. Words(CommandTree.Build(Terminal.OfProcess()), "")];

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Every_verb_says_how_it_is_used(string verb)
    {
        var help = Invocation.Run([.. verb.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);
        Assert.Equal((0, ""), (help.Code, help.Error));
        Assert.Contains("Examples:\n", help.Out, StringComparison.Ordinal);
        Snapshot.Matches(help.Out, verb);
    }

    [Fact]
    public void Help_wins_over_everything_else_that_is_wrong() =>
        Assert.Equal(0, Invocation.Run("run", "--workers", "0", "--help").Code);

    [Fact]
    public async Task The_program_shows_its_version()
    {
        using var child = ProgramProcess.Start(Path.GetTempPath(), "--version");
        var result = await child.EndAsync();
        Assert.Equal((0, "0.1.0", ""), (result.Code, result.Out.TrimEnd(), result.Error));
    }

    private static IEnumerable<string> Words(Command verb, string typed) =>
        verb.Subcommands.SelectMany(child => Words(child, $"{typed} {child.Name}".Trim())).Prepend(typed);
}
