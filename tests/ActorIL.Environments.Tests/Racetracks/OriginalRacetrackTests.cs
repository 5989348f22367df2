using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Environments.Racetracks;
using ActorIL.Environments.Stepping;

namespace ActorIL.Environments.Tests.Racetracks;

public sealed class OriginalRacetrackTests
{
    private static EnvironmentEntry Entry => EnvironmentCatalog.Shipped.Find("CliffRacetrack-v0").Require();

    [Fact]
    public void The_weaving_driver_arrives_after_226_steps_with_a_return_of_minus_22_6()
    {
        var unlimited = Entry.Configure([new("step-count-max", "1000")]).Require();
        var results = EpisodeRunner.Run(unlimited.Module, Entry.Controller.Require(), new(0, 1), RngKey.Root(1));
        Assert.Equal([226], results.StepCounts);
        Assert.Equal(-22.6, results.Returns[0], tolerance: 1e-9);
        Assert.Equal([(byte)Outcome.Success], results.Outcomes);
    }

    [Fact]
    public void It_weaves_to_a_metre_and_a_half_on_either_side()
    {
        var unlimited = Entry.Configure([new("step-count-max", "1000")]).Require();
        var policy = Entry.Controller.Require();
        var trajectory = EpisodeRunner.Record(unlimited.Module, policy, new(0, 1), RngKey.Root(1))[0];
        var heights = trajectory.Observations.Where((_, index) => index % 4 == 1).ToArray();
        Assert.Equal(-1.63, heights.Min(), tolerance: 0.01);
        Assert.Equal(1.47, heights.Max(), tolerance: 0.01);
    }

    [Fact]
    public void It_never_arrives_within_the_200_steps_of_the_evaluation()
    {
        var results = EpisodeRunner.Run(Entry.Module, Entry.Controller.Require(), new(0, 5), RngKey.Root(2));
        Assert.All(results.StepCounts, steps => Assert.Equal(200, steps));
        Assert.All(results.Returns, total => Assert.Equal(-20.0, total, tolerance: 1e-9));
        Assert.All(results.Endings, ending => Assert.Equal((byte)Ending.Truncated, ending));
        Assert.All(results.Outcomes, outcome => Assert.Equal((byte)Outcome.None, outcome));
    }

    [Fact]
    public void Every_start_is_the_same() =>
        Law.Holds(
            Any.Seed,
            seed => OriginalRacetrack.Reset(default, new RngKey(seed)) == new RacetrackState(0, 0, 1, 0)
        );

    [Fact]
    public void Heading_and_speed_change_before_the_place()
    {
        var (state, reward, ending) = Step(new(10, 0.5, 2, 0), 1f, 1f);
        Assert.Equal((0.1, 2.1), (state.Heading, state.Speed));
        Assert.Equal(10 + (0.1 * 2.1 * Math.Cos(0.1)), state.X, tolerance: 1e-15);
        Assert.Equal(0.5 + (0.1 * 2.1 * Math.Sin(0.1)), state.Y, tolerance: 1e-15);
        Assert.Equal((-0.1, Ending.None), (reward, ending));
    }

    [Fact]
    public void Controls_and_speed_are_clipped()
    {
        Assert.Equal(Step(new(0, 0, 1, 0), 1f, -1f), Step(new(0, 0, 1, 0), 7f, float.NegativeInfinity));
        Assert.Equal(0.0, Step(new(0, 0, 0.05, 0), 0f, -1f).State.Speed);
        Assert.Equal(10.0, Step(new(0, 0, 9.95, 0), 0f, 1f).State.Speed);
        Assert.Throws<ArgumentOutOfRangeException>(() => Step(new(0, 0, 1, 0), float.NaN, 0f));
    }

    [Fact]
    public void The_cliff_is_on_one_side_only()
    {
        var (fallen, penalty, ending) = Step(new(10, -1.95, 2, -1.5), 0f, 0f);
        Assert.Equal((-100.0, Ending.Terminated), (penalty, ending));
        Assert.Equal(Outcome.Failure, OriginalRacetrack.Judge(default, fallen));
        var (beyond, cost, onwards) = Step(new(10, 2.95, 1, 0), 0f, 0f);
        Assert.Equal(-9.5, cost, tolerance: 1e-12);
        Assert.Equal(Ending.None, onwards);
        Assert.Equal(Outcome.None, OriginalRacetrack.Judge(default, beyond));
    }

    [Fact]
    public void Fifty_metres_are_the_finish()
    {
        var (state, reward, ending) = Step(new(49.9, 0, 2, 0), 0f, 0f);
        Assert.Equal((-0.1, Ending.Terminated), (reward, ending));
        Assert.Equal(Outcome.Success, OriginalRacetrack.Judge(default, state));
    }

    [Fact]
    public void Danger_grows_towards_the_cliff()
    {
        var danger = Entry.Danger.Require();
        Assert.Equal(0.75, danger.Of([3f, -1.5f, 1f, 0f]));
        Assert.Equal(0.0, danger.Of([3f, 1.5f, 1f, 0f]));
    }

    private static (RacetrackState State, double Reward, Ending Ending) Step(
        RacetrackState state,
        float steering,
        float throttle
    )
    {
        var result = OriginalRacetrack.Step(default, state, new([steering, throttle]), default);
        return (result.State, result.Reward, result.Ending);
    }
}
