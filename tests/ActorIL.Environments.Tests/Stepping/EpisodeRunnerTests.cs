using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Environments.ClassicControl;
using ActorIL.Environments.Stepping;

namespace ActorIL.Environments.Tests.Stepping;

public sealed class EpisodeRunnerTests
{
    public static TheoryData<string> Shipped => [.. EnvironmentCatalog.Shipped.Entries.Select(entry => entry.Id)];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void How_many_episodes_run_side_by_side_changes_no_return(string id)
    {
        var module = EnvironmentCatalog.Shipped.Find(id).Require().Module;
        var policy = Uneven(module);
        var alone = EpisodeRunner.Run(module, policy, new(0, 23) { BatchCountMax = 1 }, RngKey.Root(1));
        foreach (var batchCount in new[] { 2, 3, 7, 23, 64 })
        {
            var together = EpisodeRunner.Run(module, policy, new(0, 23) { BatchCountMax = batchCount }, RngKey.Root(1));
            Assert.Equal(FieldCodec.Bytes(alone), FieldCodec.Bytes(together));
        }
    }

    [Fact]
    public void An_episode_depends_on_its_index_not_on_its_neighbours()
    {
        var module = CartPoleModule();
        var all = EpisodeRunner.Run(module, Uneven(module), new(0, 30), RngKey.Root(2));
        var some = EpisodeRunner.Run(module, Uneven(module), new(17, 5), RngKey.Root(2));
        Assert.Equal(all.Returns[17..22], some.Returns);
        Assert.Equal(all.StepCounts[17..22], some.StepCounts);
        Assert.Equal((17, 5), (some.FirstEpisode, some.Count));
        Assert.True(all.Returns.Distinct().Count() > 3);
    }

    [Fact]
    public void Two_policies_under_one_key_meet_the_same_starts()
    {
        var module = CartPoleModule();
        var first = EpisodeRunner.Record(module, Uneven(module), new(0, 9), RngKey.Root(3));
        var second = EpisodeRunner.Record(module, new CartPoleController(), new(0, 9), RngKey.Root(3));
        Assert.Equal(
            first.Select(trajectory => trajectory.Observations[..4].ToArray()),
            second.Select(trajectory => trajectory.Observations[..4].ToArray())
        );
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void A_recorded_trajectory_is_the_episode_that_was_scored(string id)
    {
        var entry = EnvironmentCatalog.Shipped.Find(id).Require();
        var policy = entry.Controller.Require();
        var budget = new EpisodeBudget(FirstEpisode: 4, EpisodeCount: 6) { BatchCountMax = 4 };
        var scores = EpisodeRunner.Run(entry.Module, policy, budget, RngKey.Root(4));
        var trajectories = EpisodeRunner.Record(entry.Module, policy, budget, RngKey.Root(4));
        Assert.Equal(scores.Returns, trajectories.Select(trajectory => trajectory.Return));
        Assert.Equal(scores.StepCounts, trajectories.Select(trajectory => trajectory.StepCount));
        Assert.Equal(scores.Endings, trajectories.Select(trajectory => (byte)trajectory.Ending));
        foreach (var trajectory in trajectories)
        {
            var actions = new float[trajectory.StepCount * trajectory.ActionSize];
            var seen = trajectory.Observations.AsSpan()[..(trajectory.StepCount * trajectory.ObservationSize)];
            policy.Act(seen, trajectory.StepCount, [], [], actions);
            Assert.Equal(actions, trajectory.Actions);
        }
    }

    [Fact]
    public void A_recording_can_be_cut_after_some_steps()
    {
        var module = CartPoleModule();
        var whole = EpisodeRunner.Record(module, new CartPoleController(), new(0, 3), RngKey.Root(5));
        var cut = EpisodeRunner.Record(
            module,
            new CartPoleController(),
            new(0, 3) { StepCountMax = 20 },
            RngKey.Root(5)
        );
        foreach (var (first, second) in whole.Zip(cut))
        {
            Assert.Equal((20, Ending.None), (second.StepCount, second.Ending));
            Assert.Equal(first.Observations[..(21 * 4)], second.Observations);
        }
    }

    [Fact]
    public void Returns_so_far_are_the_sums_of_the_rewards_so_far()
    {
        var entry = EnvironmentCatalog.Shipped.Find("CartPole-v1").Require();
        EpisodeBudget budget = new(3, 9) { BatchCountMax = 4, Horizons = [1, 10, 30, 100_000] };
        var results = EpisodeRunner.Run(entry.Module, Uneven(entry.Module), budget, RngKey.Root(8));
        var recorded = EpisodeRunner.Record(entry.Module, Uneven(entry.Module), budget, RngKey.Root(8));
        Assert.Equal(
            recorded.SelectMany(episode => budget.Horizons.Select(steps => (double)episode.Rewards.Take(steps).Sum())),
            results.PrefixReturns
        );
        Assert.Equal(results.Returns, results.PrefixReturns.Chunk(4).Select(episode => episode[3]));
        Assert.Contains(results.StepCounts, steps => steps < 30);
    }

    [Fact]
    public void No_episodes_give_no_results()
    {
        var results = EpisodeRunner.Run(CartPoleModule(), new CartPoleController(), new(0, 0), RngKey.Root(6));
        Assert.Equal((0, 0L), (results.Count, results.StepCountTotal));
    }

    [Fact]
    public void A_policy_for_other_spaces_is_refused_with_both_named()
    {
        var failure = Assert.Throws<ArgumentException>(() =>
            EpisodeRunner.Run(CartPoleModule(), new PendulumController(), new(0, 1), RngKey.Root(7))
        );
        Assert.Contains("scripted-pendulum", failure.Message, StringComparison.Ordinal);
        Assert.Contains("CartPole-v1", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1, 1, 1, 1)]
    [InlineData(0, -1, 1, 1)]
    [InlineData(0, 1, 0, 1)]
    [InlineData(0, 1, 1, 0)]
    public void A_budget_out_of_range_is_refused(int first, int count, int batchCount, int stepCount)
    {
        var budget = new EpisodeBudget(first, count) { BatchCountMax = batchCount, StepCountMax = stepCount };
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            EpisodeRunner.Run(CartPoleModule(), new CartPoleController(), budget, RngKey.Root(8))
        );
    }

    private static EnvironmentModule CartPoleModule() =>
        EnvironmentCatalog.Shipped.Find("CartPole-v1").Require().Module;

    /// <summary>A poor rule, so that episodes end at different times.</summary>
    private static RulePolicy Uneven(EnvironmentModule module) =>
        new(module, observation => observation[Math.Min(2, observation.Length - 1)] > 0 ? 1f : 0f);
}
