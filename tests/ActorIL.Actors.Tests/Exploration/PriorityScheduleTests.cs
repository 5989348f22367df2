using ActorIL.Actors.Addressing;
using ActorIL.Actors.Exploration;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Tests.Scripted;
using ActorIL.Core.Randomness;
using ActorIL.Testing;

namespace ActorIL.Actors.Tests.Exploration;

public sealed class PriorityScheduleTests
{
    [Fact]
    public void Without_changes_one_order_of_pairs_rules() =>
        Seeded.Run(
            50,
            static seed =>
            {
                var schedule = new PrioritySchedule(RngKey.Root(seed), changeCount: 0, choiceCount: 10);
                var (a, b, c) = (Pair(1, 9), Pair(2, 9), Pair(3, 9));
                var first = schedule.Pick([a, b, c]);
                Assert.Equal(first, schedule.Pick([a, b, c]));
                ReadyEnvelope[] rest = [.. new[] { a, b, c }.Where((_, index) => index != first)];
                var second = rest[schedule.Pick(rest)];
                Assert.Equal(second, rest.Reverse().ElementAt(schedule.Pick([.. rest.Reverse()])));
            }
        );

    [Fact]
    public void At_a_change_the_pair_at_the_top_falls_below_all_others()
    {
        var fallenCount = 0;
        Seeded.Run(
            50,
            seed =>
            {
                var schedule = new PrioritySchedule(RngKey.Root(seed), changeCount: 1, choiceCount: 4);
                ReadyEnvelope[] ready = [Pair(1, 9), Pair(2, 9)];
                var picks = Enumerable.Range(0, 10).Select(_ => schedule.Pick(ready)).ToArray();
                var changes = picks.Zip(picks.Skip(1)).Count(pair => pair.First != pair.Second);
                Assert.InRange(changes, 0, 1);
                fallenCount += changes;
            }
        );

        // A change at the very first choice does not show.
        Assert.InRange(fallenCount, 25, 49);
    }

    [Fact]
    public void A_run_repeats_from_its_choices_and_forced_ones_are_not_among_them() =>
        Seeded.Run(
            40,
            static seed =>
            {
                var order = new DeliveryOrder.ByPriority(RngKey.Root(seed), 3, 50);
                var first = Explore(new(order, []), seed);
                var second = Explore(first.Recorded, seed);
                Assert.Equal(first.Host.Chain, second.Host.Chain);
                Assert.Equal(first.Recorded, second.Recorded);
                Assert.Equal(first.ChoiceCount, second.ChoiceCount);
                Assert.True(first.ChoiceCount > 0);
            }
        );

    [Fact]
    public void One_envelope_alone_is_no_choice()
    {
        foreach (var schedule in Schedules())
        {
            Assert.Equal(0, schedule.Pick([Pair(1, 2)]));
            Assert.Equal(0, schedule.ChoiceCount);
        }
    }

    private static IRecordedSchedule[] Schedules() =>
        [new RandomSchedule(RngKey.Root(1)), new PrioritySchedule(RngKey.Root(1), 2, 10), new GivenSchedule([5, 5])];

    private static ScenarioHost Explore(Scenario scenario, ulong seed)
    {
        // A behaviour that stashes what it has just taken back goes on for ever within a tick; the cap ends it soon.
        var run = new ScenarioHost(scenario, new Topology(seed).Root(), Run.Settings() with { HopsPerTickMax = 2_000 });
        run.Host.Run(static progress => progress.Tick > 40);
        return run;
    }

    private static ReadyEnvelope Pair(ulong from, ulong to) => new(new ActorId(from), new ActorId(to), true);
}
