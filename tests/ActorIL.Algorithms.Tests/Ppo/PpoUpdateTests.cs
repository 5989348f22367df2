using System.Globalization;
using System.Text;
using ActorIL.Algorithms.Ppo;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Core.Spaces;
using ActorIL.Testing;

namespace ActorIL.Algorithms.Tests.Ppo;

public class PpoUpdateTests
{
    private static readonly RngKey Key = RngKey.Root(5);

    [Fact]
    public void An_update_is_a_function_of_its_arguments()
    {
        var (first, _) = Run(Samples.Ppo, Samples.ThreeChoices, updateCount: 1);
        var (second, _) = Run(Samples.Ppo, Samples.ThreeChoices, updateCount: 1);
        Assert.Equal(first, second);
    }

    [Fact]
    public void Parts_run_in_another_order_or_at_the_same_time_give_the_same_bits()
    {
        foreach (var actions in new Space[] { Samples.ThreeChoices, Samples.OneTorque })
        {
            var networks = Samples.Networks(Samples.Ppo, actions);
            var state = PpoInitialization.Start(Samples.Ppo, networks, Key);
            var rollout = Samples.Rollout(Samples.Ppo, actions, Key);
            var inOrder = PpoUpdate.Update(Samples.Ppo, networks, state, rollout, Key);
            foreach (var forks in new IForkJoin[] { new Backwards(), new Together() })
            {
                Assert.Equal(inOrder, PpoUpdate.Update(Samples.Ppo, networks, state, rollout, Key, forks));
            }
        }
    }

    [Theory]
    [InlineData(8, 4)]
    [InlineData(64, 4)]
    [InlineData(8, 256)]
    public void What_an_update_allocates_grows_neither_with_steps_nor_with_environments(int steps, int environments)
    {
        var small = AllocatedBytes(steps: 8, environments: 4);
        Assert.Equal(small, AllocatedBytes(steps, environments));
    }

    [Fact]
    public void Another_shuffle_gives_other_parameters()
    {
        var networks = Samples.Networks(Samples.Ppo, Samples.ThreeChoices);
        var state = PpoInitialization.Start(Samples.Ppo, networks, Key);
        var rollout = Samples.Rollout(Samples.Ppo, Samples.ThreeChoices, Key);
        var (first, _) = PpoUpdate.Update(Samples.Ppo, networks, state, rollout, Key.Fold(1));
        var (second, _) = PpoUpdate.Update(Samples.Ppo, networks, state, rollout, Key.Fold(2));
        Assert.NotEqual(first.Parameters, second.Parameters);
    }

    [Fact]
    public void Without_a_stop_every_minibatch_of_every_epoch_is_a_gradient_step()
    {
        var (state, metrics) = Run(Samples.Ppo, Samples.ThreeChoices, updateCount: 1);
        Assert.Equal(2 * 32 / 8, metrics.GradientStepCount);
        Assert.Equal(16 / 2, state.GradientStepCount);
    }

    [Fact]
    public void The_minibatch_stop_comes_before_the_step_that_is_too_far()
    {
        var strict = Samples.Ppo with { KlStop = KlStop.Minibatch, KlTarget = 1e-12, LearningRate = 0.1 };
        var (_, metrics) = Run(strict, Samples.ThreeChoices, updateCount: 1);
        Assert.Equal(1, metrics.GradientStepCount);
    }

    [Fact]
    public void The_epoch_stop_comes_after_the_epoch_that_went_too_far()
    {
        var strict = Samples.Ppo with { KlStop = KlStop.Epoch, KlTarget = 1e-12, LearningRate = 0.1, EpochCount = 5 };
        var (_, metrics) = Run(strict, Samples.ThreeChoices, updateCount: 1);
        Assert.Equal(32 / 8, metrics.GradientStepCount);
    }

    [Theory]
    [InlineData(KlStop.Off)]
    [InlineData(KlStop.Minibatch)]
    [InlineData(KlStop.Epoch)]
    public void An_update_in_its_parts_has_the_bits_of_the_whole(KlStop stop)
    {
        foreach (var actions in new Space[] { Samples.ThreeChoices, Samples.OneTorque })
        {
            // The last minibatch is smaller, and the stops come in the middle of the second epoch or after it.
            var config = Samples.Ppo with
            {
                KlStop = stop,
                KlTarget = 1e-5,
                LearningRate = 0.002,
                MinibatchSize = 7,
                EpochCount = 4,
                NormalizeObservations = true,
            };
            var networks = Samples.Networks(config, actions);
            var state = PpoInitialization.Start(config, networks, Key);
            var rollout = Samples.Rollout(config, actions, Key);

            using var prepared = PpoPrepared.Of(config, networks, state, rollout);
            using var learning = new PpoLearning(prepared);
            var last = 0;
            foreach (var minibatch in prepared.Minibatches(Key))
            {
                Assert.Equal(0, last);
                learning.Learn(minibatch);
                last += minibatch.EndsUpdate ? 1 : 0;
            }

            Assert.Equal(1, last);
            var whole = PpoUpdate.Update(config, networks, state, rollout, Key);
            Assert.Equal(whole, learning.End());
            Assert.Equal(stop == KlStop.Off, whole.Metrics.GradientStepCount == 4 * 5);
        }
    }

    [Theory]
    [InlineData(Schedule.Constant, 0, 3.0)]
    [InlineData(Schedule.Constant, 9, 3.0)]
    [InlineData(Schedule.Linear, 0, 3.0)]
    [InlineData(Schedule.Linear, 5, 1.5)]
    [InlineData(Schedule.Linear, 10, 0.0)]
    public void A_schedule_starts_at_the_value_and_a_linear_one_ends_at_zero(
        Schedule schedule,
        int update,
        double expected
    ) => Assert.Equal(expected, PpoUpdate.Scheduled(3.0, schedule, update, updateCount: 10));

    [Fact]
    public void A_learning_rate_annealed_to_zero_changes_nothing()
    {
        var config = Samples.Ppo with { LearningRateSchedule = Schedule.Linear };
        var networks = Samples.Networks(config, Samples.ThreeChoices);
        var state = PpoInitialization.Start(config, networks, Key) with { UpdateCount = config.UpdateCount };
        var (next, _) = PpoUpdate.Update(
            config,
            networks,
            state,
            Samples.Rollout(config, Samples.ThreeChoices, Key),
            Key
        );
        Assert.Equal(state.Parameters, next.Parameters);
    }

    [Fact]
    public void Twice_the_half_square_is_the_whole_square()
    {
        var half = Samples.Ppo with { ValueLoss = ValueLossForm.HalfSquaredError, ValueCoefficient = 1.0 };
        var whole = Samples.Ppo with { ValueLoss = ValueLossForm.SquaredError, ValueCoefficient = 0.5 };
        var (first, firstMetrics) = Run(half, Samples.ThreeChoices, updateCount: 1);
        var (second, secondMetrics) = Run(whole, Samples.ThreeChoices, updateCount: 1);
        Assert.Equal(first.Parameters, second.Parameters);
        Assert.Equal(2 * firstMetrics.ValueLoss, secondMetrics.ValueLoss, tolerance: 1e-6);
    }

    [Fact]
    public void Observation_moments_are_frozen_during_an_update_and_take_in_its_rollout_afterwards()
    {
        var config = Samples.Ppo with { NormalizeObservations = true };
        var (state, _) = Run(config, Samples.ThreeChoices, updateCount: 1);
        Assert.Equal(config.RolloutSize, state.Statistics!.Count);
        var networks = Samples.Networks(config, Samples.ThreeChoices);
        var fresh = PpoInitialization.Start(config, networks, Key);
        Assert.Equal(0, fresh.Statistics!.Count);
    }

    [Fact]
    public void A_step_budget_is_rounded_up_to_whole_rollouts()
    {
        var config = Samples.Ppo with { StepCount = 300_000, EnvironmentCount = 4, RolloutSteps = 128 };
        Assert.Equal(586, config.UpdateCount);
    }

    /// <summary>A change of this snapshot changes every digest of every run: it must be deliberate and noted.</summary>
    [Fact]
    public void Three_updates_of_discrete_and_continuous_PPO_keep_their_digests()
    {
        var text = new StringBuilder();
        foreach (var (name, actions) in new[] { ("discrete", Samples.ThreeChoices), ("continuous", Samples.OneTorque) })
        {
            foreach (var normalizes in new[] { false, true })
            {
                var config = Samples.Ppo with { NormalizeObservations = normalizes };
                var (state, _) = Run(config, actions, updateCount: 3);
                text.AppendLine(
                    CultureInfo.InvariantCulture,
                    $"{name} normalised {normalizes}: {state.Parameters.Hash:x16}"
                );
            }
        }

        Snapshot.Matches(text.ToString());
    }

    private static (PpoState State, PpoMetrics Metrics) Run(PpoConfig config, Space actions, int updateCount)
    {
        var networks = Samples.Networks(config, actions);
        var state = PpoInitialization.Start(config, networks, Key);
        PpoMetrics metrics = default;
        for (var update = 0; update < updateCount; update++)
        {
            var own = Key.Fold((ulong)update);
            (state, metrics) = PpoUpdate.Update(config, networks, state, Samples.Rollout(config, actions, own), own);
        }

        return (state, metrics);
    }

    /// <summary>Of one update, once the pools have what it needs: the next state, and small objects.</summary>
    private static long AllocatedBytes(int steps, int environments)
    {
        var config = Samples.Ppo with { RolloutSteps = steps, EnvironmentCount = environments };
        var networks = Samples.Networks(config, Samples.ThreeChoices);
        var state = PpoInitialization.Start(config, networks, Key);
        var rollout = Samples.Rollout(config, Samples.ThreeChoices, Key);
        var least = long.MaxValue;
        for (var i = 0; i < 5; i++)
        {
            // The least of several: tiering may allocate beside it, a collection may empty a pool.
            var before = GC.GetAllocatedBytesForCurrentThread();
            PpoUpdate.Update(config, networks, state, rollout, Key);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }

    private sealed class Backwards : IForkJoin
    {
        public void Run(IForkable work, int partCount)
        {
            for (var part = partCount - 1; part >= 0; part--)
            {
                work.RunPart(part);
            }
        }
    }

    private sealed class Together : IForkJoin
    {
        public void Run(IForkable work, int partCount) => Parallel.For(0, partCount, work.RunPart);
    }
}
