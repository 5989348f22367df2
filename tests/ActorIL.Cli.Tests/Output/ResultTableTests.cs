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
    public void Rates_have_columns_where_episodes_were_judged()
    {
        var text = ResultTable.Render([
            Stages.Judged("expert", "scripted", 0),
            Stages.Judged("bc-first-20-of-1", "bc", 37),
        ]);
        Assert.Contains("success %", text, StringComparison.Ordinal);
        Assert.Contains("0.00 [0.00, 0.38]", text, StringComparison.Ordinal);
        Assert.Contains("3.70 [2.70, 5.06]", text, StringComparison.Ordinal);
        Assert.Contains("Wilson", text, StringComparison.Ordinal);
        Assert.DoesNotContain("success %", ResultTable.Render(Stages.All), StringComparison.Ordinal);
    }

    [Fact]
    public void Recoveries_stand_beside_the_returns_where_episodes_were_perturbed()
    {
        Assert.DoesNotContain("after a push", ResultTable.Render(Stages.All), StringComparison.Ordinal);
        Snapshot.Matches(
            ResultTable.Render([
                Stages.Perturbed("expert", "scripted", 200, 187),
                Stages.Perturbed("bc-first-20-of-1", "bc", 21, 0),
            ])
        );
    }

    [Fact]
    public void Latched_episodes_stand_beside_the_returns_where_somebody_watched()
    {
        Assert.DoesNotContain("latched", ResultTable.Render(Stages.All), StringComparison.Ordinal);
        Snapshot.Matches(
            ResultTable.Render([
                Stages.Watched("clone-with", 0.928, 0.087, 200),
                Stages.Watched("clone-without", 0.994, 0.916, 6),
            ])
        );
    }

    [Fact]
    public void A_run_without_evaluations_has_no_table() => Assert.Equal("", ResultTable.Render([]));

    [Fact]
    public void What_costs_took_and_differences_have_columns_of_their_own()
    {
        var reference = Stages.Stage("aggregated", "dagger", 7_000, 0, "validation", -18.8);
        var own = Stages.Stage("appraised", "aggrevate", 7_000, 0, "validation", -18.7) with
        {
            CostLabelCount = 7_000,
            ExpertStepCount = 21_000_000,
            Difference = new("aggregated", 1_000, 0.1, -0.02, 0.21),
        };
        Snapshot.Matches(ResultTable.Render([reference, own]));
    }
}
