using ActorIL.Algorithms.Critics;
using ActorIL.Algorithms.Ppo;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Core.Spaces;

namespace ActorIL.Algorithms.Tests.Ppo;

public class PpoBatchTests
{
    // A critic without hidden layers whose value is its observation: V(s) = s, so every number can be worked by hand.
    private static readonly PpoConfig Linear = Samples.Ppo with
    {
        EnvironmentCount = 1,
        RolloutSteps = 4,
        Discount = 0.5,
        Lambda = 0.5,
        HiddenSizes = [],
    };

    private static readonly PpoNetworks Networks = PpoNetworks
        .Create(new Space.Box([-100f], [100f]), Samples.ThreeChoices, Linear)
        .Require();

    [Fact]
    public void Advantages_of_a_termination_a_truncation_and_a_cut_are_those_worked_by_hand()
    {
        // Steps: goes on, terminates, truncates (final observation 8), cut by the end of the rollout (next 16).
        using var batch = Prepare(Linear, Networks, ValueIsObservation(), Rollout(rewardFactor: 1f));

        // Last:       2 + 0.5 * 16 - 4         = 6; the rollout's end bootstraps from what comes next.
        // Truncated:  3 + 0.5 * 8 - 3          = 4; bootstraps from the final observation, once, and ends the sum.
        // Terminated: 5 - 2                    = 3; nothing follows.
        // First:      1 + 0.5 * 2 - 1 + 0.25*3 = 1.75
        Assert.Equal([1.75f, 3f, 4f, 6f], batch.Advantages.ToArray());
        Assert.Equal([2.75f, 5f, 7f, 10f], batch.Returns.ToArray());
    }

    [Fact]
    public void A_time_limit_taken_for_an_end_leaves_nothing_to_come()
    {
        var terminal = Linear with { TimeLimit = TimeLimitTreatment.Terminal };
        using var batch = Prepare(terminal, Networks, ValueIsObservation(), Rollout(rewardFactor: 1f));

        // Truncated: 3 - 3 = 0, without the value of the final observation; the others are as they were.
        Assert.Equal([1.75f, 3f, 0f, 6f], batch.Advantages.ToArray());
    }

    [Fact]
    public void The_bootstrap_is_in_the_unit_of_the_scaled_reward()
    {
        using var scaled = Prepare(Linear with { RewardScale = 0.1 }, Networks, ValueIsObservation(), Rollout(10f));
        using var plain = Prepare(Linear, Networks, ValueIsObservation(), Rollout(1f));
        for (var i = 0; i < plain.Count; i++)
        {
            Assert.Equal(plain.Advantages[i], scaled.Advantages[i], tolerance: 1e-5f);
        }
    }

    [Fact]
    public void Old_log_probabilities_do_not_depend_on_the_rest_of_the_batch()
    {
        var (config, key) = (Samples.Ppo, RngKey.Root(3));
        var networks = Samples.Networks(config, Samples.ThreeChoices);
        var state = PpoInitialization.Start(config, networks, key);
        var rollout = Samples.Rollout(config, Samples.ThreeChoices, key);
        using var whole = Prepare(config, networks, state, rollout);
        var single = new Rollout(
            1,
            2,
            1,
            rollout.Observations[..2],
            rollout.Actions[..1],
            rollout.Rewards[..1],
            [0],
            [],
            rollout.LastObservations[..2]
        );
        using var alone = Prepare(config, networks, state, single);
        Assert.Equal(whole.OldLogProbabilities[0], alone.OldLogProbabilities[0]);
        Assert.Equal(whole.Values[0], alone.Values[0]);
    }

    [Fact]
    public void Log_probabilities_that_a_rollout_brings_are_taken_as_they_are()
    {
        var networks = Samples.Networks(Samples.Ppo, Samples.ThreeChoices);
        var state = PpoInitialization.Start(Samples.Ppo, networks, RngKey.Root(3));
        var rollout = Samples.Rollout(Samples.Ppo, Samples.ThreeChoices, RngKey.Root(4));
        float[] brought = [.. Enumerable.Range(0, rollout.Count).Select(i => -0.5f - i)];

        using var own = Prepare(Samples.Ppo, networks, state, rollout);
        using var given = Prepare(Samples.Ppo, networks, state, rollout.WithLogProbabilities([.. brought]));
        Assert.Equal(brought, given.OldLogProbabilities.ToArray());
        Assert.NotEqual(brought, own.OldLogProbabilities.ToArray());
        Assert.Equal(own.Advantages.ToArray(), given.Advantages.ToArray());
    }

    private static PpoBatch Prepare(PpoConfig config, PpoNetworks networks, PpoState state, Rollout rollout) =>
        PpoBatch.Prepare(config, networks, state, rollout, OneByOne.Instance);

    private static PpoState ValueIsObservation()
    {
        var parameters = new float[Networks.ParameterCount];
        Networks.CriticShare(parameters)[0] = 1f;
        var block = ParameterBlock.Copy(parameters);
        return PpoInitialization.Start(Linear, Networks, RngKey.Root(1)) with { Parameters = block };
    }

    private static Rollout Rollout(float rewardFactor) =>
        new(
            environmentCount: 1,
            observationSize: 1,
            actionSize: 1,
            observations: [1f, 2f, 3f, 4f],
            actions: [0f, 1f, 2f, 0f],
            rewards: [1f * rewardFactor, 5f * rewardFactor, 3f * rewardFactor, 2f * rewardFactor],
            endings: [(byte)Ending.None, (byte)Ending.Terminated, (byte)Ending.Truncated, (byte)Ending.None],
            finalObservations: [8f],
            lastObservations: [16f]
        );
}
