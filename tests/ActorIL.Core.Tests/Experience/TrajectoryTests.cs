using System.Collections.Immutable;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;

namespace ActorIL.Core.Tests.Experience;

public sealed class TrajectoryTests
{
    [Fact]
    public void A_trajectory_of_agreeing_shapes_is_kept()
    {
        var trajectory = Make();

        Assert.Equal((2, 1.5), (trajectory.StepCount, trajectory.Return));
    }

    [Fact]
    public void A_trajectory_without_steps_has_its_start()
    {
        var trajectory = new Trajectory(2, 1, [1, 2], [], [], Ending.None);

        Assert.Equal((0, 0.0), (trajectory.StepCount, trajectory.Return));
    }

    [Fact]
    public void Observations_must_be_one_more_than_steps() =>
        Refuses(
            "observations has 4 numbers; shape [3, 2] wants 6.",
            () => Make(observations: [1, 2, 3, 4]));

    [Fact]
    public void Actions_must_be_as_many_as_steps() =>
        Refuses("actions has 3 numbers; shape [2, 1] wants 2.", () => Make(actions: [0, 1, 0]));

    [Fact]
    public void Rewards_must_be_as_many_as_steps() =>
        Refuses("observations has 6 numbers; shape [4, 2] wants 8.", () => Make(rewards: [1, 2, 3]));

    [Fact]
    public void Sizes_below_one_are_refused()
    {
        Refuses("observation size is 0; at least 1 is wanted.", () => Make(observationSize: 0));
        Refuses("action size is -1; at least 1 is wanted.", () => Make(actionSize: -1));
    }

    [Fact]
    public void An_ending_that_does_not_exist_is_refused()
    {
        Refuses("ending is 3; wanted 0 (none), 1 (terminated) or 2 (truncated).", () => Make(ending: (Ending)3));
        Refuses("ending is -1; wanted 0 (none), 1 (terminated) or 2 (truncated).", () => Make(ending: (Ending)(-1)));
    }

    [Fact]
    public void A_trajectory_survives_its_bytes()
    {
        var bytes = FieldCodec.Bytes(Make());
        var again = Outcome.Value(FieldCodec.Read<Trajectory>(bytes.AsSpan(), _ => null));

        Assert.Equal(bytes, FieldCodec.Bytes(again));
        Assert.Equal((Ending.Truncated, 2), (again.Ending, again.StepCount));
    }

    [Fact]
    public void Damaged_shapes_in_bytes_are_an_error()
    {
        // A trajectory whose action size was changed to 2.
        var bytes = FieldCodec.Bytes(Make()).SetItem(3, 2);

        Assert.Equal(
            "fields that trajectory/1 refuses: actions has 2 numbers; shape [2, 2] wants 4.",
            Outcome.Error(FieldCodec.Read<Trajectory>(bytes.AsSpan(), _ => null)).Found);
    }

    private static Trajectory Make(
        int observationSize = 2,
        int actionSize = 1,
        ImmutableArray<float>? observations = null,
        ImmutableArray<float>? actions = null,
        ImmutableArray<double>? rewards = null,
        Ending ending = Ending.Truncated) =>
        new(
            observationSize,
            actionSize,
            observations ?? [1, 2, 3, 4, 5, 6],
            actions ?? [0, 1],
            rewards ?? [1, 0.5],
            ending);

    private static void Refuses(string message, Func<Trajectory> make) =>
        Assert.Equal(message, Assert.ThrowsAny<ArgumentException>(make).Message);
}
