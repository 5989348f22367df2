using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Environments.Racetracks;
using ActorIL.Environments.Stepping;

namespace ActorIL.Environments.Tests.Racetracks;

public sealed class CliffRacetrackTests
{
    private static readonly CliffRacetrackParams Parameters = new();
    private static readonly CliffRacetrackParams Calm = Parameters with { ActuatorNoise = 0 };

    private static EnvironmentEntry Entry => EnvironmentCatalog.Shipped.Find("CliffRacetrack-v1").Require();

    [Fact]
    public void The_controller_never_falls_and_always_arrives()
    {
        var results = EpisodeRunner.Run(Entry.Module, Entry.Controller.Require(), new(0, 400), RngKey.Root(3));
        Assert.All(results.Outcomes, outcome => Assert.Equal((byte)Outcome.Success, outcome));
        Assert.InRange(results.StepCounts.Average(), 180, 200);
    }

    [Fact]
    public void The_controller_drives_tracks_of_other_parameters_too()
    {
        var other = Entry
            .Configure([new("amplitude", "1"), new("length", "30"), new("target-speed", "2"), new("half-width", "0.5")])
            .Require();
        var results = EpisodeRunner.Run(other.Module, other.Controller.Require(), new(0, 50), RngKey.Root(4));
        Assert.All(results.Outcomes, outcome => Assert.Equal((byte)Outcome.Success, outcome));
    }

    [Fact]
    public void The_controller_does_what_its_formula_says()
    {
        // At x = 12.5 the middle is 1.5 sin 5, its slope 0.6 cos 5 and its bend -0.24 sin 5.
        var (height, slope, bend) = (1.5 * Math.Sin(5), 0.6 * Math.Cos(5), -0.24 * Math.Sin(5));
        var actions = new float[2];
        Entry.Controller.Require().Act([-2f, (float)height + 0.1f, 2.75f, 0.2f], 1, [], [], actions);
        var wanted = Math.Atan(slope) - 0.15;
        var steering = (6 * (wanted - 0.2)) + (2.75 * Math.Cos(0.2) * bend / (1 + (slope * slope)));
        Assert.Equal(steering, actions[0], tolerance: 1e-5);
        Assert.Equal(0.5f, actions[1]);
    }

    [Fact]
    public void Starts_lie_near_the_middle_and_along_the_track() =>
        Law.Holds(
            Any.Seed,
            seed =>
            {
                var start = CliffRacetrack.Reset(Parameters, new RngKey(seed));
                return start is { X: 0, Speed: 1, Y: >= -0.05 and <= 0.05 }
                    && Math.Abs(start.Heading - Math.Atan(0.6)) <= 0.1 + 1e-12;
            }
        );

    [Fact]
    public void Without_noise_the_car_does_as_it_is_told()
    {
        var (state, reward, ending) = Step(Calm, new(0, 0, 2, 0.5), 1f, -1f);
        Assert.Equal((0.6, 1.9), (state.Heading, state.Speed));
        Assert.Equal(0.19 * Math.Cos(0.6), state.X, tolerance: 1e-15);
        Assert.Equal(0.19 * Math.Sin(0.6), state.Y, tolerance: 1e-15);
        Assert.Equal((-0.1, Ending.None), (reward, ending));
    }

    [Fact]
    public void Actuators_shake_by_the_key_alone_and_never_beyond_their_range() =>
        Law.Holds(
            Any.Seed,
            Any.Double(-2, 2),
            (seed, steering) =>
            {
                var (start, key) = (new RacetrackState(0, 0, 5, 0), new RngKey(seed));
                var first = CliffRacetrack.Step(Parameters, start, new([(float)steering, 0f]), key);
                var again = CliffRacetrack.Step(Parameters, start, new([(float)steering, 0f]), key);
                return first.State == again.State
                    && Math.Abs(first.State.Heading) <= 0.1
                    && Math.Abs(first.State.Speed - 5) <= 0.1 + 1e-12;
            }
        );

    [Fact]
    public void The_shaking_has_the_stated_size()
    {
        var shakes = Enumerable
            .Range(0, 2000)
            .Select(i => CliffRacetrack.Step(Parameters, new(0, 0, 1, 0), new([0f, 0f]), RngKey.Root((ulong)i)))
            .Select(result => result.State.Heading / 0.1)
            .ToArray();
        Assert.Equal(0, shakes.Average(), tolerance: 0.015);
        Assert.Equal(0.15, Math.Sqrt(shakes.Average(shake => shake * shake)), tolerance: 0.01);
    }

    [Theory]
    [InlineData(true, 1.4)]
    [InlineData(true, -1.4)]
    [InlineData(false, 1.4)]
    [InlineData(false, -1.4)]
    public void There_may_be_a_cliff_on_either_side(bool isCliff, double heading)
    {
        var parameters = Calm with { Amplitude = 0, CliffLeft = isCliff, CliffRight = isCliff };
        var (state, reward, ending) = Step(parameters, new(10, 0.2 * Math.Sign(heading), 3, heading), 0f, 0f);
        var beyond = Math.Abs(state.Y) - 0.25;
        Assert.True(beyond > 0.2);
        Assert.Equal(isCliff ? Ending.Terminated : Ending.None, ending);
        Assert.Equal(isCliff ? -100 : -10 * beyond, reward, tolerance: 1e-12);
        Assert.Equal(isCliff ? Outcome.Failure : Outcome.None, CliffRacetrack.Judge(parameters, state));
    }

    [Fact]
    public void The_finish_is_success_and_a_fall_beyond_it_is_not()
    {
        var flat = Calm with { Amplitude = 0 };
        var (arrived, reward, ending) = Step(flat, new(49.9, 0, 3, 0), 0f, 0f);
        Assert.Equal((-0.1, Ending.Terminated), (reward, ending));
        Assert.Equal(Outcome.Success, CliffRacetrack.Judge(flat, arrived));
        var (fallen, penalty, _) = Step(flat, new(49.9, 0.2, 3, 0.8), 0f, 0f);
        Assert.Equal(-100.0, penalty);
        Assert.Equal(Outcome.Failure, CliffRacetrack.Judge(flat, fallen));
    }

    [Fact]
    public void A_time_out_is_neither_success_nor_failure()
    {
        var module = Entry.Configure([new("step-count-max", "20")]).Require().Module;
        var results = EpisodeRunner.Run(module, Entry.Controller.Require(), new(0, 5), RngKey.Root(5));
        Assert.All(results.Endings, ending => Assert.Equal((byte)Ending.Truncated, ending));
        Assert.All(results.Outcomes, outcome => Assert.Equal((byte)Outcome.None, outcome));
    }

    [Theory]
    [InlineData(0.0, -4f)]
    [InlineData(25.0, 0f)]
    [InlineData(50.0, 4f)]
    public void The_place_is_observed_scaled(double x, float seen)
    {
        var observation = new float[4];
        CliffRacetrack.Observe(Parameters, new(x, 0.5, 2, -0.25), observation);
        Assert.Equal([seen, 0.5f, 2f, -0.25f], observation);
    }

    [Fact]
    public void Parameters_survive_their_bytes()
    {
        var parameters = Parameters with { CliffLeft = false, Length = 12.5 };
        var read = FieldCodec.Read<CliffRacetrackParams>(FieldCodec.Bytes(parameters).AsSpan(), _ => null);
        Assert.Equal(parameters, read.Require());
    }

    [Fact]
    public void Danger_is_the_distance_from_the_middle_relative_to_the_cliff()
    {
        var danger = Entry.Danger.Require();
        var middle = (float)(1.5 * Math.Sin(5));
        Assert.Equal(0.0, danger.Of([-2f, middle, 1f, 0f]), tolerance: 1e-5);
        Assert.Equal(0.4, danger.Of([-2f, middle - 0.1f, 1f, 0f]), tolerance: 1e-5);
        Assert.Equal(2.0, danger.Of([-2f, middle + 0.5f, 1f, 0f]), tolerance: 1e-5);
    }

    private static (RacetrackState State, double Reward, Ending Ending) Step(
        CliffRacetrackParams parameters,
        RacetrackState state,
        float steering,
        float throttle
    )
    {
        var result = CliffRacetrack.Step(parameters, state, new([steering, throttle]), RngKey.Root(1));
        return (result.State, result.Reward, result.Ending);
    }
}
