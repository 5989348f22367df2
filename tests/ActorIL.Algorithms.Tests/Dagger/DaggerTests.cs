using ActorIL.Algorithms.Dagger;
using ActorIL.Algorithms.Policies;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Testing;

namespace ActorIL.Algorithms.Tests.Dagger;

public class DaggerTests
{
    private static readonly RoundPlan.ByLabels Rounds = new(
        [20, 40, 100, 200, 500, 1000],
        LabelsPerRound: 20,
        LateLabelsPerRound: 50,
        LateFrom: 500,
        new MixtureStrategy(BetaSchedule.Indicator, Decay: 0.5, RoundCount: 4)
    );

    private static readonly DaggerConfig Config = new()
    {
        Rounds = Rounds,
        WarmStart = true,
        ValidationEpisodes = 100,
        Student = Samples.Cloning with { UpdateCount = 3 },
    };

    [Fact]
    public void Rounds_have_twenty_labels_and_fifty_from_five_hundred_on()
    {
        var sizes = DaggerRounds.Sizes(Rounds);
        Assert.Equal(25 + 10, sizes.Length);
        Assert.All(sizes[..25], size => Assert.Equal(20, size));
        Assert.All(sizes[25..], size => Assert.Equal(50, size));
        Assert.Equal(1000, sizes.Sum());
    }

    [Fact]
    public void Every_reported_label_count_is_the_end_of_a_round()
    {
        var odd = Rounds with { LabelCounts = [7, 33, 90], LabelsPerRound = 20 };
        var ends = DaggerRounds
            .Sizes(odd)
            .Aggregate(new List<int>(), (all, size) => [.. all, size + (all.Count == 0 ? 0 : all[^1])]);
        Assert.Subset(ends.ToHashSet(), odd.LabelCounts.ToHashSet());
    }

    [Theory]
    [InlineData(BetaSchedule.Indicator, 1, 0, 0)]
    [InlineData(BetaSchedule.Exponential, 1, 0.5, 0.25)]
    [InlineData(BetaSchedule.Linear, 1, 0.75, 0.5)]
    public void Beta_starts_at_one_and_falls_by_its_schedule(
        BetaSchedule schedule,
        double first,
        double second,
        double third
    )
    {
        var mixture = Rounds.Mixture with { Schedule = schedule };
        Assert.Equal([first, second, third], Enumerable.Range(0, 3).Select(mixture.Beta));
        Assert.Equal(0, mixture.Beta(1_100), tolerance: 1e-300);
    }

    [Fact]
    public void Disagreement_counts_different_choices_and_squares_different_torques()
    {
        Assert.Equal(0.25, DaggerLoss.Disagreement([0f, 1f, 2f, 1f], [0f, 1f, 2f, 2f], discrete: true));
        Assert.Equal(2.5, DaggerLoss.Disagreement([1f, -1f], [3f, -2f], discrete: false));
    }

    [Fact]
    public void A_warm_start_continues_and_a_cold_one_forgets()
    {
        var (warm, cold) = (Run(warmStart: true), Run(warmStart: false));
        Assert.Equal(6, warm.Student!.GradientStepCount);
        Assert.Equal(3, cold.Student!.GradientStepCount);
    }

    /// <summary>A change of this snapshot changes every digest of every run: it must be deliberate and noted.</summary>
    [Fact]
    public void Two_rounds_of_three_updates_keep_their_digests() =>
        Snapshot.Matches(
            $"warm: {Run(warmStart: true).Student!.Parameters.Hash:x16}\n"
                + $"cold: {Run(warmStart: false).Student!.Parameters.Hash:x16}"
        );

    private static DaggerState Run(bool warmStart)
    {
        var key = RngKey.Root(11);
        var policy = PolicyArchitecture
            .Create(Samples.TwoNumbers, Samples.ThreeChoices, Config.Student.Model)
            .Require();
        var state = new DaggerState(Student: null, Round: 0);
        var aggregate = Samples.Thirds(20, key.Fold("first"));
        (state, _) = DaggerUpdate.Update(Config.Student, warmStart, policy, state, aggregate, key);
        aggregate = aggregate.Append(Samples.Thirds(20, key.Fold("second")));
        (state, _) = DaggerUpdate.Update(Config.Student, warmStart, policy, state, aggregate, key);
        return state;
    }
}
