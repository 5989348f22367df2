using ActorIL.Core.Experience;
using ActorIL.Core.Prelude;

namespace ActorIL.External.Tests;

public class FailureTests
{
    [Fact]
    public void A_program_that_does_not_exist_is_named()
    {
        var failure = Programs.Refused(Programs.Of("no-such-program-anywhere", "with", "two words"));
        Assert.Equal(ExternalFailureKind.NotStarted, failure.Kind);
        Assert.Contains("no-such-program-anywhere", failure.Error.Where, StringComparison.Ordinal);
        Assert.Equal(ExternalFailureKind.NotStarted, Programs.Refused(new([])).Kind);
    }

    [Fact]
    public void A_program_that_ends_at_once_shows_its_exit_code_and_its_last_words()
    {
        var failure = Programs.Refused(Programs.Shell("echo first >&2; echo no module named maze >&2; exit 3"));
        Assert.Equal((ExternalFailureKind.Exited, 3), (failure.Kind, failure.ExitCode));
        Assert.Equal(["first", "no module named maze"], failure.LastLines);
        Assert.EndsWith("(start, exit code 3): no module named maze", failure.Error.Found, StringComparison.Ordinal);
        Assert.EndsWith("first | no module named maze", failure.Error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_module_that_is_missing_is_asked_for()
    {
        var failure = Programs.Refused(
            Programs.Shell("echo \"ModuleNotFoundError: No module named 'numpy'\" >&2; exit 1")
        );
        Assert.EndsWith("ModuleNotFoundError: No module named 'numpy'", failure.Error.Found, StringComparison.Ordinal);
        Assert.StartsWith("Install it for this Python", failure.Error.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such-program-anywhere", "no program 'no-such-program-anywhere'")]
    [InlineData("{folder}/plain.py", "which is not executable")]
    [InlineData("{folder}/lost.py", "no interpreter for '")]
    [InlineData("{folder}", "a folder in the place of the program")]
    public void What_cannot_be_started_is_said_in_words(string program, string words)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Files there have no permission to be executed.");
            return;
        }

        using var scratch = new Scratch();
        File.WriteAllText(Path.Combine(scratch.Path, "plain.py"), "print(1)");
        var lost = Path.Combine(scratch.Path, "lost.py");
        File.WriteAllText(lost, "#!/no/such/interpreter\n");
        File.SetUnixFileMode(lost, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var failure = Programs.Refused(
            Programs.Of(program.Replace("{folder}", scratch.Path, StringComparison.Ordinal))
        );
        Assert.Contains(words, failure.Error.Found, StringComparison.Ordinal);
        Assert.Contains("the program comes first", failure.Error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_that_a_signal_ended_has_the_exit_code_of_shells() =>
        Assert.Equal(128 + 9, Programs.Refused(Programs.Shell("kill -9 $$")).ExitCode);

    [Fact]
    public void A_program_that_starts_too_slowly_is_killed()
    {
        var failure = Programs.Refused(Programs.Shell("echo loading >&2; exec sleep 1000"), Programs.Hasty);
        Assert.Equal((ExternalFailureKind.SlowStart, (int?)null), (failure.Kind, failure.ExitCode));
        Assert.Equal(["loading"], failure.LastLines);
    }

    [Fact]
    public void Text_on_standard_output_is_shown_as_what_it_is()
    {
        var failure = Programs.Refused(Programs.Shell("echo Hello from the game community; exec sleep 1000"));
        Assert.Equal(ExternalFailureKind.Garbage, failure.Kind);
        Assert.Contains("\"Hello from the game community.\"", failure.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_behind_an_answer_are_garbage()
    {
        using var process = Programs.Start(Programs.Shell($"printf '{Programs.Welcome}more'; exec sleep 1000"));
        Assert.Equal(ExternalFailureKind.Garbage, Refused(process).Kind);
    }

    [Fact]
    public void The_end_within_a_frame_is_told_from_the_end_between_two()
    {
        Assert.Equal(
            ExternalFailureKind.PartialFrame,
            Programs.Refused(Programs.Shell(@"printf 'AIL\201\100\0\0\0half of it'")).Kind
        );
        Assert.Equal(ExternalFailureKind.PartialFrame, Programs.Refused(Programs.Shell("printf 'AIL'")).Kind);
        Assert.Equal(ExternalFailureKind.Exited, Programs.Refused(Programs.Shell("exit 0")).Kind);
    }

    [Fact]
    public void A_frame_of_four_gigabytes_is_refused_before_memory_is_taken()
    {
        var before = GC.GetTotalAllocatedBytes();
        var failure = Programs.Refused(Programs.Shell(@"printf 'AIL\201\377\377\377\377'; exec sleep 1000"));
        Assert.Equal(ExternalFailureKind.WrongShape, failure.Kind);
        Assert.Contains("4294967295", failure.Detail, StringComparison.Ordinal);
        Assert.True(GC.GetTotalAllocatedBytes() - before < 100_000_000);
    }

    [Fact]
    public void Another_version_of_the_protocol_is_refused()
    {
        var failure = Programs.Refused(
            Programs.Shell(@"printf 'AIL\201\010\0\0\0\002\0\0\0\0\0\0\0'; exec sleep 1000")
        );
        Assert.Equal(ExternalFailureKind.WrongVersion, failure.Kind);
        Assert.Contains("version 2", failure.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_that_closes_its_ends_of_the_pipes_is_noticed_and_killed()
    {
        var failure = Programs.Refused(Programs.Shell("exec <&- >&-; exec sleep 1000"));
        Assert.Equal((ExternalFailureKind.Exited, (int?)null), (failure.Kind, failure.ExitCode));
        Assert.Contains("closed its output", failure.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_that_hangs_in_a_step_is_killed_and_stays_dead()
    {
        using var process = Programs.Start(
            Programs.Shell($"printf '{Programs.Welcome}'; exec sleep 1000"),
            Programs.Hasty with
            {
                StartSeconds = 20,
            }
        );
        var failure = process.Step([0], [0], new float[1], new double[1], new Ending[1])!;
        Assert.Equal((ExternalFailureKind.TimedOut, "step"), (failure.Kind, failure.During));
        Assert.False(Programs.IsAlive(process.ProcessId));
        Assert.Same(failure, process.Reset([], [], []));
    }

    [Fact]
    public void A_program_that_does_not_read_a_large_request_is_killed()
    {
        using var process = Programs.Start(
            Programs.Shell($"printf '{Programs.Welcome}'; exec sleep 1000"),
            Programs.Hasty with
            {
                StartSeconds = 20,
            }
        );
        var count = 1 << 18;
        var failure = process.Step(
            new int[count],
            new float[count],
            new float[count],
            new double[count],
            new Ending[count]
        )!;
        Assert.Equal(ExternalFailureKind.TimedOut, failure.Kind);
    }

    [Fact]
    public void Chatter_on_standard_error_neither_blocks_a_program_nor_takes_memory()
    {
        using var process = Programs.Start(
            Programs.Shell(
                $"head -c 3000000 /dev/zero | tr '\\0' x >&2; echo >&2; echo end >&2; printf '{Programs.Welcome}'; "
                    + "exec cat"
            )
        );
        // It sends the request back, which is no answer.
        var failure = Refused(process);
        Assert.Equal(ExternalFailureKind.Garbage, failure.Kind);
        Assert.Equal("end", failure.LastLines[^1]);
        Assert.True(failure.LastLines.Items.Sum(static line => line.Length) < 1_000);
    }

    [Fact]
    public void An_answer_of_another_size_is_refused()
    {
        using var process = Programs.Start(
            Programs.Shell(@$"printf '{Programs.Welcome}'; sleep 0.2; printf 'AIL\203\002\0\0\0no'; exec sleep 1000")
        );
        var failure = process.Reset([0], [0], new float[1])!;
        Assert.Equal(ExternalFailureKind.WrongShape, failure.Kind);
        Assert.Contains("2 bytes instead of 4", failure.Detail, StringComparison.Ordinal);
    }

    private static ExternalFailure Refused(ExternalProcess process) =>
        process.Open(1).Match(_ => throw new InvalidOperationException("It opened."), failure => failure);
}
