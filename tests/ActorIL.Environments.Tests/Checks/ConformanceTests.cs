using ActorIL.Core.Contracts;
using ActorIL.Core.Prelude;
using ActorIL.Environments.Checks;

namespace ActorIL.Environments.Tests.Checks;

public sealed class ConformanceTests
{
    public static TheoryData<string> Shipped => [.. EnvironmentCatalog.Shipped.Entries.Select(entry => entry.Id)];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Shipped_environments_pass_and_only_the_one_with_a_fixed_start_is_warned_of(string id)
    {
        var entry = EnvironmentCatalog.Shipped.Find(id).Require();
        foreach (
            var module in entry.GymnasiumSeeded.Match(
                seeded => [entry.Module, seeded],
                _ => (EnvironmentModule[])[entry.Module]
            )
        )
        {
            var report = Conformance.Check(module);
            Assert.True(report.Passed, report.ToString());

            // The first racetrack always starts alike; its successor is there because of that.
            Assert.Equal(id == "CliffRacetrack-v0" ? "starts-vary (warning)" : "", Marked(report));
            Assert.Equal(17, report.Checks.Count);
        }
    }

    [Theory]
    [InlineData(Flaw.None, "")]
    [InlineData(Flaw.ActionSpaceShrinks, "spaces")]
    [InlineData(Flaw.ParameterIsNotDescribed, "parameters-round-trip")]
    [InlineData(Flaw.ResetCountsCalls, "reset-repeats, episodes-repeat, episodes-independent, snapshot-goes-on")]
    [InlineData(Flaw.StartIsFixed, "starts-vary (warning)")]
    [InlineData(Flaw.StepCountsCallsForEver, "episodes-repeat, episodes-independent, steps-repeat, snapshot-goes-on")]
    [InlineData(Flaw.StepCountsCallsSinceReset, "episodes-independent, steps-repeat")]
    [InlineData(Flaw.StepChangesItsInput, "steps-repeat, inputs-unchanged")]
    [InlineData(Flaw.StepChangesParameters, "inputs-unchanged")]
    [InlineData(Flaw.FieldComesBackDoubled, "state-round-trip, snapshot-goes-on")]
    [InlineData(Flaw.FieldIsHidden, "snapshot-goes-on")]
    [InlineData(Flaw.ObservationIsPartial, "observation-whole")]
    [InlineData(Flaw.ObservationIsNaN, "observation-finite, observation-in-space")]
    [InlineData(Flaw.ObservationLeavesSpace, "observation-in-space")]
    [InlineData(Flaw.FinalObservationLeavesSpace, "observation-in-space")]
    [InlineData(Flaw.RewardIsInfinite, "reward-finite")]
    [InlineData(Flaw.UpperBoundIsRefused, "observation-finite, observation-in-space, reward-finite, actions")]
    [InlineData(Flaw.EpisodeNeverEnds, "episodes-end (warning)")]
    public void Each_flaw_is_found_by_the_checks_that_concern_it(Flaw flaw, string marked) =>
        Assert.Equal(marked, Marked(Conformance.Check(Flawed(flaw))));

    [Theory]
    [InlineData(Flaw.ResetThrows, 3)]
    [InlineData(Flaw.SpaceThrows, 0)]
    public void An_environment_that_always_throws_still_gets_a_whole_report(Flaw flaw, int passedCount)
    {
        var report = Conformance.Check(Flawed(flaw));
        Assert.Equal(17, report.Checks.Count);
        Assert.Equal(17 - passedCount, report.Checks.Count(check => check.IsFailure));
        Assert.False(report.Passed);
    }

    [Fact]
    public void A_description_out_of_order_is_found() =>
        Assert.Contains(
            "fields",
            Marked(
                Conformance.Check(
                    new EnvironmentModule<MisnumberedEnvironment, FlawedParams, MisnumberedState>(
                        "Misnumbered-v0",
                        "Fields in no order.",
                        new FlawedParams()
                    )
                )
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void Evidence_says_where_and_what() =>
        Assert.Equal(
            "FAIL  reward-finite: Rewards are finite. seed 1, step 2: expected a finite reward; found Infinity.",
            Line(Flaw.RewardIsInfinite, "reward-finite")
        );

    [Fact]
    public void What_an_environment_throws_is_evidence_too() =>
        Assert.Equal(
            "FAIL  actions: Every action is taken, those at the bounds of the space included. "
                + "seed 1, step 0: expected no exception; found InvalidOperationException: too much.",
            Line(Flaw.UpperBoundIsRefused, "actions")
        );

    [Fact]
    public void A_plan_without_episodes_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            Conformance.Check(Flawed(Flaw.None), new ConformancePlan { EpisodeCount = 1 })
        );

    private static EnvironmentModule<FlawedEnvironment, FlawedParams, FlawedState> Flawed(Flaw flaw) =>
        new("Flawed-v0", "Adds up its actions.", new FlawedParams { Flaw = flaw });

    private static string Line(Flaw flaw, string name) =>
        Conformance.Check(Flawed(flaw)).Checks.Single(check => check.Name == name).ToString();

    private static string Marked(ConformanceReport report) =>
        string.Join(
            ", ",
            report
                .Checks.Select(check =>
                    check.Outcome.Match(
                        passed: _ => "",
                        warned: _ => $"{check.Name} (warning)",
                        failed: _ => check.Name
                    )
                )
                .Where(name => name.Length > 0)
        );
}
