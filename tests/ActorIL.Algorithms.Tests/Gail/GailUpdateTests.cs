using ActorIL.Algorithms.Gail;
using ActorIL.Core.Experience;
using ActorIL.Core.Randomness;
using ActorIL.Numerics.Statistics;

namespace ActorIL.Algorithms.Tests.Gail;

public class GailUpdateTests
{
    private const int Count = 200;

    [Fact]
    public void What_looks_like_the_expert_is_paid_more_than_what_does_not()
    {
        // The expert stays at the right; the generator is everywhere.
        var (_, rewards, metrics, generator) = Learnt(GailSamples.Config, rounds: 20, expertAt: 0.9f);
        var right = Enumerable.Range(0, Count).Where(row => generator[3 * row] > 0.8f).Average(row => rewards[row]);
        var left = Enumerable.Range(0, Count).Where(row => generator[3 * row] < -0.5f).Average(row => rewards[row]);
        Assert.True(right > left + 1, $"{right} against {left}");
        Assert.True(metrics.ExpertAccuracy > 0.9 && metrics.GeneratorAccuracy > 0.8, metrics.ToString());
        Assert.True(metrics.Loss < 0.5, metrics.ToString());
    }

    [Fact]
    public void What_is_the_expert_cannot_be_told_apart_from_it()
    {
        var discriminator = GailSamples.Discriminator(GailSamples.Config, Samples.OneTorque);
        var steps = Samples.Numbers(new RngKey(5), 3 * Count).ToArray();
        var state = discriminator.Start(new RngKey(6), RunningMoments.Of(steps, 3));
        var metrics = default(GailMetrics);
        for (var round = 0; round < 20; round++)
        {
            var key = new RngKey(7).Fold((ulong)round);
            (state, _, metrics) = GailUpdate.Update(GailSamples.Config, discriminator, state, steps, steps, key);
        }

        Assert.Equal(Math.Log(2), metrics.Loss, 0.05);
        Assert.Equal((20, 400), (state.UpdateCount, state.GradientStepCount));
    }

    [Theory]
    [InlineData(0.0, 0.0)]
    [InlineData(0.5, 0.0)]
    [InlineData(0.0, 0.2)]
    public void The_same_key_gives_the_same_discriminator_and_rewards(double noise, double entropy)
    {
        var config = GailSamples.Config with { InputNoise = noise, EntropyCoefficient = entropy };
        var first = Learnt(config, rounds: 2, expertAt: 0.5f);
        var second = Learnt(config, rounds: 2, expertAt: 0.5f);
        Assert.Equal(first.State.Parameters.Hash, second.State.Parameters.Hash);
        Assert.Equal(first.Rewards, second.Rewards);
    }

    [Theory]
    [InlineData(0.5, 0.0)]
    [InlineData(0.0, 0.5)]
    public void Noise_and_entropy_keep_it_from_being_certain(double noise, double entropy)
    {
        var plain = Learnt(GailSamples.Config, rounds: 30, expertAt: 0.9f);
        var regular = Learnt(
            GailSamples.Config with
            {
                InputNoise = noise,
                EntropyCoefficient = entropy,
            },
            rounds: 30,
            expertAt: 0.9f
        );
        Assert.True(regular.Rewards.Max(Math.Abs) < plain.Rewards.Max(Math.Abs));
    }

    [Fact]
    public void Continuous_actions_are_seen_as_they_are_executed_and_discrete_ones_one_hot()
    {
        var torques = Samples.Rollout(Samples.Ppo, Samples.OneTorque, new RngKey(8));
        var seen = Features(torques, GailSamples.Discriminator(GailSamples.Config, Samples.OneTorque).Features);
        var choices = Samples.Rollout(Samples.Ppo, Samples.ThreeChoices, new RngKey(8));
        var hot = Features(choices, GailSamples.Discriminator(GailSamples.Config, Samples.ThreeChoices).Features);
        for (var row = 0; row < torques.Count; row++)
        {
            Assert.Equal(torques.Observations[(2 * row)..(2 * row + 2)], seen[row][..2]);
            Assert.Equal(Math.Clamp(torques.Actions[row], -1, 1), seen[row][2]);
            Assert.Equal(
                [.. new float[] { 0, 0, 0 }.Select((_, i) => i == choices.Actions[row] ? 1f : 0f)],
                hot[row][2..]
            );
        }
    }

    [Fact]
    public void A_demonstration_that_ended_goes_on_in_the_absorbing_state_until_the_horizon()
    {
        var features = GailFeatures
            .Create(Samples.OneTorque, Samples.OneTorque, true)
            .Match(found => found, _ => null!);
        var one = new Trajectory(1, 1, [1, 2, 3], [0.5f, 2f], [0, 0], Ending.Terminated);
        var wide = GailFeatures
            .Create(Samples.TwoNumbers, Samples.OneTorque, hasAbsorbingState: true)
            .Match(found => found, _ => null!);
        Assert.Equal([1, 0, 0.5f, 2, 0, 1, 0, 1, 0, 0, 1, 0], wide.Of([one], horizon: 4));
        Assert.Equal([1, 0, 0.5f], wide.Of([one], horizon: 1));
        var cut = new Trajectory(1, 1, [1, 2], [0.5f], [0], Ending.Truncated);
        Assert.Equal([1, 0, 0.5f], wide.Of([cut], horizon: 4));
        Assert.Throws<ArgumentException>(() => features.Of([one], horizon: 4));
    }

    private static float[][] Features(Rollout rollout, GailFeatures features) =>
        [.. features.Of(rollout).Chunk(features.Count)];

    private static (GailState State, float[] Rewards, GailMetrics Metrics, float[] Generator) Learnt(
        GailConfig config,
        int rounds,
        float expertAt
    )
    {
        var discriminator = GailSamples.Discriminator(config, Samples.OneTorque);
        var expert = Samples.Numbers(new RngKey(1), 3 * Count).ToArray();
        for (var row = 0; row < Count; row++)
        {
            expert[3 * row] = expertAt + (0.1f * expert[3 * row]);
        }

        var generator = Samples.Numbers(new RngKey(2), 3 * Count).ToArray();
        var state = discriminator.Start(new RngKey(3), RunningMoments.Of(expert, 3));
        var (rewards, metrics) = (Array.Empty<float>(), default(GailMetrics));
        for (var round = 0; round < rounds; round++)
        {
            var key = new RngKey(4).Fold((ulong)round);
            (state, rewards, metrics) = GailUpdate.Update(config, discriminator, state, expert, generator, key);
        }

        return (state, rewards, metrics, generator);
    }
}
