using ActorIL.Cli.Runs;

namespace ActorIL.Cli.Tests.Output;

public class ResultTableTests
{
    [Fact]
    public void Students_are_compared_by_labels_and_full_episodes_stand_apart() =>
        Snapshot.Matches(ResultTable.Render(Stages.All));

    [Fact]
    public void Blocks_without_rows_are_left_out()
    {
        var text = ResultTable.Render([Stages.Stage("expert", "scripted", 0, 0, "final", -120)]);
        Assert.Contains("Expert\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Label efficiency", text, StringComparison.Ordinal);
        Assert.DoesNotContain("full episodes", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_without_evaluations_has_no_table() => Assert.Equal("", ResultTable.Render([]));
}
