using ActorIL.Algorithms.Policies;
using ActorIL.Algorithms.Ppo;
using ActorIL.Core.Fields;
using ActorIL.Core.Randomness;
using ActorIL.Core.Spaces;
using ActorIL.Numerics.Statistics;

namespace ActorIL.Algorithms.Tests.Ppo;

public class PpoWarmStartTests
{
    private static readonly RngKey Key = RngKey.Root(11);

    [Fact]
    public void The_actor_is_the_policy_and_the_rest_is_a_start_of_its_own()
    {
        var config = Samples.Ppo with { LogStdInitial = -1 };
        var networks = Samples.Networks(config, Samples.OneTorque);
        var start = PpoInitialization.Start(config, networks, Key);
        var warm = PpoWarmStart.Apply(config, networks, start, Policy(config, networks));
        var actorCount = networks.Policy.Network.ParameterCount;
        Assert.Equal(Policy(config, networks).Parameters.Values[..actorCount], warm.Parameters.Values[..actorCount]);
        Assert.Equal(start.Parameters.Values[actorCount..], warm.Parameters.Values[actorCount..]);
        Assert.Equal(-1f, warm.Parameters.Values[actorCount]);
    }

    [Fact]
    public void A_policy_of_another_size_is_refused()
    {
        var networks = Samples.Networks(Samples.Ppo, Samples.OneTorque);
        var other = Samples.Networks(Samples.Ppo, Samples.ThreeChoices);
        var start = PpoInitialization.Start(Samples.Ppo, networks, Key);
        Assert.Throws<ArgumentException>(() =>
            PpoWarmStart.Apply(Samples.Ppo, networks, start, Policy(Samples.Ppo, other))
        );
    }

    [Fact]
    public void A_policy_keeps_its_normaliser_and_it_weighs_as_much_as_a_rollout()
    {
        var config = Samples.Ppo with { NormalizeObservations = true };
        var networks = Samples.Networks(config, Samples.OneTorque);
        var normalizer = new Standardization([1f, -2f], [0.5f, 4f], Clip: 10);
        var warm = PpoWarmStart.Apply(
            config,
            networks,
            PpoInitialization.Start(config, networks, Key),
            Policy(config, networks) with
            {
                Normalizer = normalizer,
            }
        );
        var found = PpoPolicies.Normalizer(config, warm)!;
        Assert.Equal(config.RolloutSize, warm.Statistics!.Count);
        Assert.Equal(normalizer.Means, found.Means);
        Assert.Equal(0.5f, found.Factors[0], tolerance: 1e-5f);
        Assert.Equal(4f, found.Factors[1], tolerance: 1e-5f);
    }

    [Fact]
    public void While_the_critic_warms_the_actor_stays_as_it_started()
    {
        var config = Samples.Ppo with { CriticWarmupUpdates = 2 };
        var networks = Samples.Networks(config, Samples.OneTorque);
        var actorCount = networks.Policy.ParameterCount;
        var states = Updates(config, networks, updateCount: 3);
        Assert.Equal(states[0].Parameters.Values[..actorCount], states[2].Parameters.Values[..actorCount]);
        Assert.False(
            states[0].Parameters.Values[actorCount..].SequenceEqual(states[1].Parameters.Values[actorCount..])
        );
        Assert.False(
            states[0].Parameters.Values[..actorCount].SequenceEqual(states[3].Parameters.Values[..actorCount])
        );
        Assert.Equal(states[2].GradientStepCount, states[3].CriticStepCount);
    }

    /// <summary>A moment that is zero after many steps would else be corrected as if it had seen them all.</summary>
    [Fact]
    public void The_first_step_of_an_actor_is_that_of_a_fresh_optimiser_however_long_the_critic_warmed()
    {
        var config = Samples.Ppo with { CriticWarmupUpdates = 20, EpochCount = 1, MinibatchSize = 32 };
        var networks = Samples.Networks(config, Samples.OneTorque);
        var states = Updates(config, networks, updateCount: 21);
        var before = states[20].Parameters.Values;
        var after = states[21].Parameters.Values;
        for (var i = 0; i < networks.Policy.ParameterCount; i++)
        {
            Assert.InRange(Math.Abs(after[i] - before[i]), 0, config.LearningRate * 1.001);
        }
    }

    [Fact]
    public void Without_warming_nothing_is_counted_and_nothing_is_otherwise()
    {
        var networks = Samples.Networks(Samples.Ppo, Samples.OneTorque);
        Assert.Equal(0, Updates(Samples.Ppo, networks, updateCount: 2)[2].CriticStepCount);
    }

    private static PpoState[] Updates(PpoConfig config, PpoNetworks networks, int updateCount)
    {
        var states = new PpoState[updateCount + 1];
        states[0] = PpoInitialization.Start(config, networks, Key);
        for (var update = 0; update < updateCount; update++)
        {
            var rollout = Samples.Rollout(config, Samples.OneTorque, Key.Fold((ulong)update));
            (states[update + 1], _) = PpoUpdate.Update(config, networks, states[update], rollout, Key.Fold("update"));
        }

        return states;
    }

    private static PolicySnapshot Policy(PpoConfig config, PpoNetworks networks)
    {
        var parameters = new float[networks.Policy.ParameterCount];
        for (var i = 0; i < parameters.Length; i++)
        {
            parameters[i] = (float)Draw.Uniform(Key.Fold("policy"), (ulong)i, -1, 1);
        }

        return new(PolicyModel.Mlp(config.HiddenSizes, config.Activation), ParameterBlock.Copy(parameters), null);
    }
}
