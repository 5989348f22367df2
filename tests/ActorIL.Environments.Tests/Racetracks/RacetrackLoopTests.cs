using ActorIL.Core.Experience;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Environments.Racetracks;
using ActorIL.Environments.Stepping;

namespace ActorIL.Environments.Tests.Racetracks;

public sealed class RacetrackLoopTests
{
    private static readonly RacetrackLoopParams Calm = new() { ActuatorNoise = 0 };

    private static EnvironmentEntry Entry => EnvironmentCatalog.Shipped.Find("CliffRacetrackLoop-v1").Require();

    [Fact]
    public void The_controller_stays_in_the_lane_for_laps()
    {
        var long_ = Entry.Configure([new("step-count-max", "640")]).Require();
        var results = EpisodeRunner.Run(long_.Module, long_.Controller.Require(), new(0, 60), RngKey.Root(6));
        Assert.All(results.Returns, total => Assert.Equal(0.0, total));
        Assert.All(results.StepCounts, steps => Assert.Equal(640, steps));
        Assert.Empty(results.Outcomes);
    }

    [Fact]
    public void The_controller_comes_back_from_outside_the_lane()
    {
        var lost = Entry.Configure([new("start-offset", "3"), new("start-heading", "3")]).Require();
        var results = EpisodeRunner.Run(lost.Module, lost.Controller.Require(), new(0, 60), RngKey.Root(7));
        Assert.All(results.Returns, total => Assert.InRange(total, -120, 0));
        Assert.Contains(results.Returns, total => total < 0);
    }

    [Fact]
    public void After_a_lap_comes_the_first_wave_again()
    {
        var lap = 3 * 2 * Math.PI / 0.4;
        var state = new RacetrackState(lap - 0.1, 0.05, 3, 0);
        var next = RacetrackLoop.Step(Calm, state, new([0f, 0f]), default).State;
        Assert.Equal(0.2, next.X, tolerance: 1e-12);
        Assert.Equal(0.05, next.Y);
    }

    [Fact]
    public void What_is_seen_has_no_seam()
    {
        var (before, after) = (new float[5], new float[5]);
        RacetrackLoop.Observe(Calm, new((15 * Math.PI) - 1e-9, 0.1, 2, 0.3), before);
        RacetrackLoop.Observe(Calm, new(1e-9, 0.1, 2, 0.3 + (2 * Math.PI)), after);
        Assert.All(before.Zip(after), pair => Assert.Equal(pair.First, pair.Second, tolerance: 1e-6f));
        Assert.Equal([1f, 0.1f, 2f, 0.3f], [before[0], before[2], before[3], before[4]]);
    }

    [Fact]
    public void Every_step_outside_the_lane_costs_one_and_nothing_ends() =>
        Law.Holds(
            Any.Double(0, 47),
            Any.Double(-2, 2),
            (x, y) =>
            {
                var result = RacetrackLoop.Step(Calm, new(x, y, 0, 0), new([0f, -1f]), default);
                var isOutside = Math.Abs(y - (1.5 * Math.Sin(0.4 * x))) > 0.15;
                return result.Ending == Ending.None && result.Reward == (isOutside ? -1 : 0);
            }
        );

    [Fact]
    public void Starts_lie_anywhere_on_the_lap_and_in_the_lane()
    {
        Law.Holds(
            Any.Seed,
            seed =>
            {
                var start = RacetrackLoop.Reset(Calm, new RngKey(seed));
                return start is { X: >= 0 and <= 47.2, Speed: 3 }
                    && Math.Abs(start.Y - (1.5 * Math.Sin(0.4 * start.X))) <= 0.05 + 1e-12;
            }
        );
        var places = Enumerable.Range(0, 200).Select(i => RacetrackLoop.Reset(Calm, RngKey.Root((ulong)i)).X).ToArray();
        Assert.True(places.Min() < 2 && places.Max() > 45);
    }
}
