using ActorIL.Cli.Tests.Running;

namespace ActorIL.Cli.Tests.CommandLines;

public class UsageErrorTests
{
    public static TheoryData<string, string> CommandLines =>
        new()
        {
            { "no-verb", "" },
            { "mistyped-verb", "rnu x.conf" },
            { "unknown-verb", "frobnicate" },
            { "no-file", "run" },
            { "unknown-flag", "run x.conf --sed 3" },
            { "flag-of-another-verb", "run x.conf --episodes 3" },
            { "two-files", "run x.conf y.conf" },
            { "flag-without-value", "run x.conf --out" },
            { "zero-workers", "run x.conf --workers 0" },
            { "some-workers", "run x.conf --workers some" },
            { "negative-seed", "run x.conf --seed -1" },
            { "empty-host", "run x.conf --host=" },
            { "flag-in-the-place-of-the-file", "run --colour" },
            { "empty-setting", "run x.conf --set=" },
            { "flag-twice", "run x.conf --seed 1 --seed 2" },
            { "nothing-to-evaluate", "eval" },
            { "two-things-to-evaluate", "eval runs/a --controller CartPole-v1" },
            { "one-episode", "eval runs/a --episodes 1" },
            { "no-environment-verb", "env" },
            { "unnamed-environment", "env describe" },
            { "unknown-fault", "simulate x.conf --faults crashes,floods" },
            { "unreadable-scenario", "simulate x.conf --replay order=given:1" },
        };

    [Theory]
    [MemberData(nameof(CommandLines))]
    public void A_command_line_that_is_not_understood_ends_with_code_2(string name, string line)
    {
        var result = Invocation.Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal((2, ""), (result.Code, result.Out));
        Snapshot.Matches($"$ actoril {line}\n{result.Text()}", name);
    }

    [Fact]
    public async Task The_process_ends_with_code_2_and_the_text_on_the_error_stream()
    {
        using var child = ProgramProcess.Start(Path.GetTempPath(), "run", "--colour");
        var result = await child.EndAsync();
        Assert.Equal((2, ""), (result.Code, result.Out));
        Assert.StartsWith("error: actoril run\n", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }
}
