using System.Collections.Immutable;
using ActorIL.Core.Contracts;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Core.Spaces;
using ActorIL.Environments.Latching;
using ActorIL.Environments.Stepping;

namespace ActorIL.Environments.Tests.Latching;

public sealed class LatchingDetectorTests
{
    private static readonly Space Choices = new Space.Discrete(2);
    private static readonly Space Torque = new Space.Box([-2f], [2f]);

    [Fact]
    public void Repeats_and_what_the_expert_would_have_repeated_are_counted_after_the_first_step() =>
        Assert.Equal(
            new EpisodeLatching(PairCount: 4, RepeatCount: 2, ExpertRepeatCount: 1, IsLatched: false),
            LatchingDetector.Of(LatchingRule.Usual, Choices, [0, 0, 1, 1, 0], [0, 1, 1, 0, 1])
        );

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void Who_holds_on_for_five_contradicted_steps_has_latched(int contradicted, bool isLatched)
    {
        var labels = Enumerable.Repeat(0f, 10).Concat(Enumerable.Repeat(1f, contradicted)).Append(0f).ToArray();
        var actions = new float[labels.Length];
        Assert.Equal(isLatched, LatchingDetector.Of(LatchingRule.Usual, Choices, actions, labels).IsLatched);
    }

    [Fact]
    public void Who_is_late_for_less_than_a_tenth_of_the_episode_has_not()
    {
        var (actions, labels) = (new float[1000], new float[1000]);
        labels.AsSpan(500, 99).Fill(1);
        Assert.False(LatchingDetector.Of(LatchingRule.Usual, Choices, actions, labels).IsLatched);
        labels.AsSpan(500, 100).Fill(1);
        Assert.True(LatchingDetector.Of(LatchingRule.Usual, Choices, actions, labels).IsLatched);
    }

    [Theory]
    [InlineData(0.09f, 0.11f, true, false)]
    [InlineData(0.11f, 0.99f, false, false)]
    [InlineData(0.11f, 1.01f, false, true)]
    public void Box_actions_are_compared_by_half_their_range(float near, float far, bool isSame, bool contradicts)
    {
        Assert.Equal(isSame, LatchingRule.Usual.IsSame(Torque, [0], [near]));
        Assert.Equal(contradicts, LatchingRule.Usual.Contradicts(Torque, [0], [far]));
    }

    [Fact]
    public void An_expert_never_latches_and_who_always_does_the_same_does()
    {
        var entry = EnvironmentCatalog.Shipped.Find("Pendulum-v1").Require();
        var expert = entry.Controller.Require();
        var held = Run(entry, new RulePolicy(entry.Module, _ => 0));
        Assert.All(held.Latched, static latched => Assert.Equal(1, latched));
        Assert.Equal(held.PairCounts.AsEnumerable(), held.RepeatCounts);
        var own = Run(entry, expert);
        Assert.All(own.Latched, static latched => Assert.Equal(0, latched));
        Assert.Equal(own.RepeatCounts.AsEnumerable(), own.ExpertRepeatCounts);

        LatchingResults Run(EnvironmentEntry environment, IPolicy policy) =>
            LatchingEpisodes.Run(environment.Module, policy, expert, new(0, 10), RngKey.Root(1));
    }

    [Fact]
    public void How_episodes_are_dealt_changes_none_of_them()
    {
        var entry = EnvironmentCatalog.Shipped.Find("CartPole-v1").Require();
        var policy = new RulePolicy(entry.Module, static seen => seen[2] > 0 ? 1 : 0);
        ImmutableArray<LatchingResults> parts = [Run(0, 7), Run(7, 33)];
        var (whole, joined) = (Run(0, 40), LatchingResults.Join(parts));
        Assert.Equal(whole.PairCounts.AsEnumerable(), joined.PairCounts);
        Assert.Equal(whole.ExpertRepeatCounts.AsEnumerable(), joined.ExpertRepeatCounts);
        Assert.Equal(whole.Latched.AsEnumerable(), joined.Latched);

        LatchingResults Run(long first, int count) =>
            LatchingEpisodes.Run(
                entry.Module,
                policy,
                entry.Controller.Require(),
                new EpisodeBudget(first, count),
                RngKey.Root(1)
            );
    }

    [Fact]
    public void The_detector_counts_as_a_plain_loop_does() =>
        Seeded.Run(
            200,
            seed =>
            {
                var key = RngKey.Root(seed);
                var count = 1 + Draw.Index(key, 0, 30);
                var actions = Enumerable.Range(0, count).Select(i => (float)Draw.Index(key, (ulong)i + 1, 2)).ToArray();
                var labels = Enumerable.Range(0, count).Select(i => (float)Draw.Index(key, (ulong)i + 99, 2)).ToArray();
                var found = LatchingDetector.Of(LatchingRule.Usual, Choices, actions, labels);
                var later = Enumerable.Range(1, count - 1).ToArray();
                Assert.Equal(later.Count(i => actions[i] == actions[i - 1]), found.RepeatCount);
                Assert.Equal(later.Count(i => labels[i] == actions[i - 1]), found.ExpertRepeatCount);
                var held = later.Select(i => actions[i] == actions[i - 1] && labels[i] != actions[i] ? 'x' : ' ');
                var longest = new string([.. held]).Split(' ').Max(static run => run.Length);
                Assert.Equal(longest >= 5 && longest >= 0.1 * count, found.IsLatched);
            }
        );
}
