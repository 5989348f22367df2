using System.Collections.Immutable;
using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Environments.Stepping;

namespace ActorIL.Environments.Tests.Stepping;

public class ForkRunnerTests
{
    private static readonly RngKey Key = RngKey.Root(5);

    public static TheoryData<string> Driven =>
        [
            .. EnvironmentCatalog
                .Shipped.Entries.Where(entry => entry.Controller.Match(_ => true, _ => false))
                .Select(entry => entry.Id),
        ];

    [Theory]
    [MemberData(nameof(Driven))]
    public void The_drivers_own_action_costs_what_the_rest_of_its_episode_cost(string id)
    {
        var entry = EnvironmentCatalog.Shipped.Find(id).Require();
        var episode = Record(entry, entry.Controller.Require());
        var steps = Steps(episode.StepCount);
        var forks = ForkRunner.Run(entry.Module, Plan(entry, episode, steps, []));
        Assert.Equal(steps.Select(step => -Rest(episode, step)), forks.Costs);
        Assert.Equal(steps.SelectMany(step => Action(episode, step)), forks.OwnActions);
        Assert.Equal(steps.Sum(step => (long)episode.StepCount - step - 1), forks.PolicyStepCount);
        Assert.Equal(episode.StepCount - steps[0], forks.StepCountMax);
    }

    [Theory]
    [InlineData("CliffRacetrack-v1")]
    [InlineData("CartPole-v1")]
    [InlineData("Pendulum-v1")]
    public void A_fork_costs_what_simulating_again_from_the_start_costs(string id)
    {
        var entry = EnvironmentCatalog.Shipped.Find(id).Require();
        var episode = Record(entry, entry.Controller.Require());
        ImmutableArray<int> steps = [0, 3, 10];
        var candidates = Candidates(entry);
        var forks = ForkRunner.Run(entry.Module, Plan(entry, episode, steps, candidates));
        var size = entry.Module.Actions.Size;
        var count = candidates.Length / size;
        for (var fork = 0; fork < steps.Length; fork++)
        {
            for (var candidate = 0; candidate < count; candidate++)
            {
                var action = candidates[(candidate * size)..((candidate + 1) * size)];
                var wanted = CostFromTheStart(entry, episode, steps[fork], action);
                Assert.Equal(wanted, forks.Costs[(fork * (count + 1)) + candidate]);
            }
        }
    }

    [Fact]
    public void Equal_candidates_meet_the_same_noise_and_cost_the_same_bits()
    {
        var entry = EnvironmentCatalog.Shipped.Find("CliffRacetrack-v1").Require();
        var episode = Record(entry, entry.Controller.Require());
        var plan = Plan(entry, episode, [0, 20, 40], [0.3f, 1f, -1f, 0f, 0.3f, 1f]) with { RolloutCount = 3 };
        var costs = ForkRunner.Run(entry.Module, plan).Costs;
        for (var fork = 0; fork < 3; fork++)
        {
            Assert.Equal(costs[4 * fork], costs[(4 * fork) + 2]);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void How_many_forks_run_side_by_side_changes_nothing(int batchCountMax)
    {
        var entry = EnvironmentCatalog.Shipped.Find("CliffRacetrack-v1").Require();
        var episode = Record(entry, entry.Controller.Require());
        var plan = Plan(entry, episode, [0, 20, 40], Candidates(entry)) with { RolloutCount = 2 };
        var (wide, narrow) = (
            ForkRunner.Run(entry.Module, plan),
            ForkRunner.Run(entry.Module, plan with { BatchCountMax = batchCountMax })
        );
        Assert.Equal(wide.Costs, narrow.Costs);
        Assert.Equal((wide.PolicyStepCount, wide.StepCountMax), (narrow.PolicyStepCount, narrow.StepCountMax));
    }

    [Fact]
    public void Further_rollouts_meet_other_noise_of_their_own()
    {
        var entry = EnvironmentCatalog
            .Shipped.Find("CliffRacetrack-v1")
            .Require()
            .Configure([new("actuator-noise", "1")])
            .Match(configured => configured, errors => throw new InvalidOperationException(errors[0].Found));
        var episode = Record(entry, entry.Controller.Require());
        var plan = Plan(entry, episode, [0], []);
        var one = ForkRunner.Run(entry.Module, plan).Costs[0];
        var mean = ForkRunner.Run(entry.Module, plan with { RolloutCount = 16 }).Costs[0];
        Assert.NotEqual(one, mean);
    }

    [Fact]
    public void A_step_beyond_the_episode_is_refused()
    {
        var entry = EnvironmentCatalog.Shipped.Find("CartPole-v1").Require();
        var episode = Record(entry, entry.Controller.Require());
        Assert.Throws<ArgumentException>(() =>
            ForkRunner.Run(entry.Module, Plan(entry, episode, [episode.StepCount], []))
        );
    }

    [Fact]
    public void Actions_that_are_not_the_episodes_are_noticed()
    {
        var entry = EnvironmentCatalog.Shipped.Find("CartPole-v1").Require();
        var plan = new ForkPlan(
            EpisodeKeys.Episode(Key, 0),
            [.. new float[500]],
            [400],
            [],
            entry.Controller.Require(),
            RolloutCount: 1
        );
        Assert.Contains(
            "these are not its actions",
            Assert.Throws<ArgumentException>(() => ForkRunner.Run(entry.Module, plan)).Message,
            StringComparison.Ordinal
        );
    }

    private static Trajectory Record(EnvironmentEntry entry, IPolicy policy) =>
        EpisodeRunner.Record(entry.Module, policy, new EpisodeBudget(0, 1) { StepCountMax = 1_000 }, Key)[0];

    private static ForkPlan Plan(
        EnvironmentEntry entry,
        Trajectory episode,
        ImmutableArray<int> steps,
        ImmutableArray<float> candidates
    ) =>
        new(
            EpisodeKeys.Episode(Key, 0),
            episode.Actions,
            steps,
            candidates,
            entry.Controller.Require(),
            RolloutCount: 1
        );

    private static ImmutableArray<int> Steps(int count) => [.. new[] { 0, count / 3, count / 2, count - 1 }.Distinct()];

    /// <summary>The lowest and the highest action.</summary>
    private static ImmutableArray<float> Candidates(EnvironmentEntry entry) =>
        entry.Module.Actions.Match<ImmutableArray<float>>(
            discrete: discrete => [0, discrete.Count - 1],
            box: box => [.. box.Low, .. box.High],
            product: _ => []
        );

    private static IEnumerable<float> Action(Trajectory episode, int step) =>
        episode.Actions.Skip(step * episode.ActionSize).Take(episode.ActionSize);

    private static double Rest(Trajectory episode, int step)
    {
        var sum = 0.0;
        foreach (var reward in episode.Rewards[step..])
        {
            sum += reward;
        }

        return sum;
    }

    /// <summary>A twin without snapshots: the whole episode anew for every candidate, one after the other.</summary>
    private static double CostFromTheStart(
        EnvironmentEntry entry,
        Trajectory episode,
        int step,
        ImmutableArray<float> action
    )
    {
        var expert = entry.Controller.Require();
        var actions = episode.Actions[..(step * episode.ActionSize)].AddRange(action);
        var replay = EpisodeReplay.Run(entry.Module, EpisodeKeys.Episode(Key, 0), actions);
        while (replay.Ending == Ending.None)
        {
            var next = new float[episode.ActionSize];
            expert.Act(
                replay.Observations.AsSpan()[^episode.ObservationSize..],
                1,
                memory: [],
                new float[expert.WorkspaceSize(1)],
                next
            );
            actions = actions.AddRange(next);
            replay = EpisodeReplay.Run(entry.Module, EpisodeKeys.Episode(Key, 0), actions);
        }

        return -Rest(replay, step);
    }
}
