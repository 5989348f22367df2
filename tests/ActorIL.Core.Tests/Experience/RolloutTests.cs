using System.Collections.Immutable;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;

namespace ActorIL.Core.Tests.Experience;

/// <summary>Three steps of two environments, one number an observation, two an action, one truncation.</summary>
public sealed class RolloutTests
{
    [Fact]
    public void A_rollout_of_agreeing_shapes_is_kept()
    {
        var rollout = Make();

        Assert.Equal((3, 6), (rollout.StepCount, rollout.Count));
    }

    [Fact]
    public void Without_an_environment_nothing_is_a_rollout() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Make(environmentCount: 0));

    [Fact]
    public void Sizes_below_one_are_refused()
    {
        Refuses("observation size is 0; at least 1 is wanted.", () => Make(observationSize: 0));
        Refuses("action size is -2; at least 1 is wanted.", () => Make(actionSize: -2));
    }

    [Fact]
    public void Rewards_must_fill_whole_steps() =>
        Refuses("rewards has 5 numbers; shape [2, 2] wants 4.", () => Make(rewards: [1, 1, 1, 1, 1]));

    [Fact]
    public void Observations_must_be_as_many_as_rewards() =>
        Refuses("observations has 5 numbers; shape [6, 1] wants 6.", () => Make(observations: [1, 2, 3, 4, 5]));

    [Fact]
    public void Actions_must_be_as_many_as_rewards() =>
        Refuses("actions has 6 numbers; shape [6, 2] wants 12.", () => Make(actions: [1, 2, 3, 4, 5, 6]));

    [Fact]
    public void Endings_must_be_as_many_as_rewards() =>
        Refuses("endings has 4 numbers; shape [6, 1] wants 6.", () => Make(endings: [0, 0, 2, 0]));

    [Fact]
    public void Endings_must_exist() =>
        Refuses(
            "ending is 7; wanted 0 (none), 1 (terminated) or 2 (truncated).", () => Make(endings: [0, 0, 7, 0, 0, 0]));

    [Fact]
    public void Every_truncation_needs_its_final_observation()
    {
        Refuses("final observations has 0 numbers; shape [1, 1] wants 1.", () => Make(finalObservations: []));
        Refuses(
            "final observations has 1 numbers; shape [2, 1] wants 2.", () => Make(endings: [2, 0, 2, 0, 1, 0]));
        Refuses(
            "final observations has 1 numbers; shape [0, 1] wants 0.", () => Make(endings: [1, 0, 1, 0, 1, 0]));
    }

    [Fact]
    public void Every_environment_needs_its_last_observation() =>
        Refuses("last observations has 3 numbers; shape [2, 1] wants 2.", () => Make(lastObservations: [1, 2, 3]));

    [Fact]
    public void A_rollout_survives_its_bytes()
    {
        var bytes = FieldCodec.Bytes(Make());
        var again = Outcome.Value(FieldCodec.Read<Rollout>(bytes.AsSpan(), _ => null));

        Assert.Equal(bytes, FieldCodec.Bytes(again));
        Assert.Equal([0, 0, 2, 0, 1, 0], again.Endings.ToArray());
    }

    private static Rollout Make(
        int environmentCount = 2,
        int observationSize = 1,
        int actionSize = 2,
        ImmutableArray<float>? observations = null,
        ImmutableArray<float>? actions = null,
        ImmutableArray<float>? rewards = null,
        ImmutableArray<byte>? endings = null,
        ImmutableArray<float>? finalObservations = null,
        ImmutableArray<float>? lastObservations = null) =>
        new(
            environmentCount,
            observationSize,
            actionSize,
            observations ?? [1, 2, 3, 4, 5, 6],
            actions ?? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
            rewards ?? [1, 1, 1, 1, 1, 1],
            endings ?? [0, 0, 2, 0, 1, 0],
            finalObservations ?? [7],
            lastObservations ?? [8, 9]);

    private static void Refuses(string message, Func<Rollout> make) =>
        Assert.Equal(message, Assert.ThrowsAny<ArgumentException>(make).Message);
}
