using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Environments.Chains;
using ActorIL.Environments.Stepping;

namespace ActorIL.Environments.Tests.Chains;

public sealed class LaneChainTests
{
    private const int EpisodeCount = 4000;

    private static EnvironmentEntry Entry => EnvironmentCatalog.Shipped.Find("LaneChain-v0").Require();

    [Theory]
    [InlineData(-1.0, 0)]
    [InlineData(-0.51, 0)]
    [InlineData(-0.49, 1)]
    [InlineData(0.01, 0)]
    [InlineData(0.51, 1)]
    [InlineData(1.0, 1)]
    public void In_the_lane_the_bands_take_turns(double cue, int right)
    {
        for (var action = 0; action < 3; action++)
        {
            var result = Step(new(IsOff: false, cue), action);
            Assert.Equal((action != right, action == right ? 0.0 : -1.0), (result.State.IsOff, result.Reward));
            Assert.Equal(Ending.None, result.Ending);
        }
    }

    [Fact]
    public void Off_the_lane_only_the_third_action_leads_back() =>
        Law.Holds(
            Any.Double(-1, 1),
            cue =>
                !Step(new(IsOff: true, cue), 2).State.IsOff
                && Step(new(IsOff: true, cue), 0).State.IsOff
                && Step(new(IsOff: true, cue), 1).State.IsOff
        );

    [Theory]
    [InlineData(0.5f)]
    [InlineData(3f)]
    [InlineData(-1f)]
    [InlineData(float.NaN)]
    public void Other_actions_are_refused(float action) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            LaneChain.Step(new(), new(IsOff: false, 0), new([action]), default)
        );

    [Fact]
    public void The_controller_costs_nothing_and_never_shows_an_off_lane_state()
    {
        var results = EpisodeRunner.Run(Entry.Module, Entry.Controller.Require(), new(0, 200), RngKey.Root(1));
        Assert.All(results.Returns, total => Assert.Equal(0.0, total));
        Assert.All(results.Outcomes, outcome => Assert.Equal((byte)Outcome.Success, outcome));
        var shown = EpisodeRunner.Record(Entry.Module, Entry.Controller.Require(), new(0, 20), RngKey.Root(2));
        Assert.All(shown, episode => Assert.DoesNotContain(2f, episode.Actions));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(80)]
    [InlineData(320)]
    public void A_clone_that_errs_and_never_comes_back_costs_what_the_formula_says(int horizon)
    {
        const double rate = 0.002;
        var (costs, failures) = Costs(horizon, rate, comesBack: false);
        var expected = horizon - ((1 - rate) * (1 - Math.Pow(1 - rate, horizon)) / rate);
        AssertMean(expected, costs);
        var failureRate = 1 - Math.Pow(1 - rate, horizon);
        Assert.Equal(failureRate, failures, tolerance: 4 * Math.Sqrt(failureRate * (1 - failureRate) / EpisodeCount));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(80)]
    [InlineData(320)]
    public void A_student_that_errs_as_often_and_comes_back_costs_its_rate_a_step(int horizon)
    {
        const double rate = 0.002;
        AssertMean(rate * horizon / (1 + rate), Costs(horizon, rate, comesBack: true).Costs);
    }

    [Fact]
    public void Danger_is_off_the_lane() =>
        Assert.Equal((0.0, 1.0), (Entry.Danger.Require().Of([0f, 0.3f]), Entry.Danger.Require().Of([1f, 0.3f])));

    private static (double[] Costs, double FailureRate) Costs(int horizon, double rate, bool comesBack)
    {
        var entry = Entry.Configure([new("step-count-max", Invariant($"{horizon}"))]).Require();

        // Cues are uniform in an interval of length 2, so a share of them lies in one of twice that length.
        var policy = new RulePolicy(
            entry.Module,
            seen =>
                seen[0] > 0 ? (comesBack ? 2f : 0f)
                : seen[1] > 0.5 - (2 * rate) && seen[1] < 0.5 ? 2f
                : LaneChain.Right(new(), isOff: false, seen[1])
        );
        var results = EpisodeRunner.Run(entry.Module, policy, new(0, EpisodeCount), RngKey.Root(3));
        var failures = results.Outcomes.Count(outcome => outcome == (byte)Outcome.Failure);
        return ([.. results.Returns.Select(total => -total)], (double)failures / EpisodeCount);
    }

    private static void AssertMean(double expected, double[] costs)
    {
        var mean = costs.Average();
        var error = Math.Sqrt(costs.Sum(cost => (cost - mean) * (cost - mean)) / costs.Length / (costs.Length - 1));
        Assert.Equal(expected, mean, tolerance: 4 * error);
    }

    private static StepResult<LaneChainState> Step(LaneChainState state, int action) =>
        LaneChain.Step(new() { Bands = 4 }, state, new([action]), RngKey.Root(4));
}
