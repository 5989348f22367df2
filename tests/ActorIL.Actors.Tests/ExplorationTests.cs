using ActorIL.Actors.Addressing;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Tests.Scripted;
using ActorIL.Core.Randomness;
using ActorIL.Testing;

namespace ActorIL.Actors.Tests;

public sealed class ExplorationTests
{
    [Fact]
    public void A_schedule_permutes_what_different_actors_send_and_nothing_else()
    {
        var orders = new SortedSet<string>(StringComparer.Ordinal);
        Seeded.Run(
            60,
            seed =>
            {
                var run = Explore(Race(), new RandomSchedule(RngKey.Root(seed)));
                var labels = run.Recorder.LabelsTo(Run.Root);
                orders.Add(string.Join(' ', labels));

                Assert.Equal(["a1", "a2"], labels.Where(static label => label[0] == 'a'));
                Assert.Equal(["b1", "b2"], labels.Where(static label => label[0] == 'b'));
                Assert.Equal("later", labels[^1]);
            }
        );

        Assert.Equal(
            [
                "a1 a2 b1 b2 later",
                "a1 b1 a2 b2 later",
                "a1 b1 b2 a2 later",
                "b1 a1 a2 b2 later",
                "b1 a1 b2 a2 later",
                "b1 b2 a1 a2 later",
            ],
            orders
        );
    }

    [Fact]
    public void Causes_come_before_effects_and_ticks_in_order()
    {
        Seeded.Run(
            40,
            static seed =>
            {
                var run = Explore(new Topology(seed).Root(), new RandomSchedule(RngKey.Root(seed)));

                Assert.All(run.Recorder.Deliveries, static delivery => Assert.True(delivery.Cause < delivery.Ordinal));
                var keys = run.Recorder.Deliveries.ConvertAll(static delivery => delivery.Key);
                Assert.Equal(keys.Order(), keys);
            }
        );
    }

    [Fact]
    public void What_is_released_comes_before_anything_new_to_its_receiver()
    {
        var a = Run.Id("a");
        Seeded.Run(
            40,
            seed =>
            {
                var run = Explore(
                    ScriptedBehavior.Of(
                        Act.Spawn("a"),
                        Act.Spawn("b", Act.Tell(a, "from b", 2)),
                        Act.Tell(a, "aside 1", 1, Act.Stash()),
                        Act.Tell(a, "aside 2", 1, Act.Stash()),
                        Act.Tell(a, "open", 2, Act.Unstash(), Act.Tell(Run.Id("b"), "ask", 0, Act.Tell(a, "new")))
                    ),
                    new RandomSchedule(RngKey.Root(seed))
                );
                var labels = run.Recorder.LabelsTo(a);

                // Whatever the schedule, the two that come back follow each other and come before b's answer.
                var released = labels.ToList().LastIndexOf("aside 1");
                Assert.Equal("aside 2", labels[released + 1]);
                Assert.True(released < labels.ToList().IndexOf("new"));
            }
        );
    }

    [Fact]
    public void A_run_repeats_from_the_choices_of_its_schedule()
    {
        Seeded.Run(
            20,
            static seed =>
            {
                var schedule = new RandomSchedule(RngKey.Root(seed));
                var first = Explore(new Topology(seed).Root(), schedule);
                var second = Explore(new Topology(seed).Root(), new GivenSchedule(schedule.Choices));

                Assert.Equal(first.Chain, second.Chain);
                Assert.Equal(first.Recorder.Lines, second.Recorder.Lines);
            }
        );
    }

    [Fact]
    public void A_confluent_system_ends_the_same_under_every_schedule_and_a_race_does_not()
    {
        var confluent = new SortedSet<string>(StringComparer.Ordinal);
        var racing = new SortedSet<string>(StringComparer.Ordinal);
        for (ulong seed = 0; seed < 30; seed++)
        {
            var schedule = new RandomSchedule(RngKey.Root(seed));
            var host = new SimulationHost(new CreditSystem(MessageCount: 20, Window: 4), Run.Settings(), schedule);
            host.Run();
            confluent.Add(StateText(host, Run.Id("consumer")));
            var race = new SimulationHost(Race(), Run.Settings(), new RandomSchedule(RngKey.Root(seed)));
            race.Run();
            racing.Add(StateText(race, Run.Root));
        }

        Assert.Single(confluent);
        Assert.Equal(6, racing.Count);
    }

    /// <summary>
    /// Two children that each send the root two messages in one tick; the root's state depends on their order.
    /// </summary>
    private static ScriptedBehavior Race() =>
        ScriptedBehavior.Of(
            Act.Spawn("a", Act.Tell(Run.Root, "a1"), Act.Tell(Run.Root, "a2")),
            Act.Spawn("b", Act.Tell(Run.Root, "b1"), Act.Tell(Run.Root, "b2")),
            Act.Tell(Run.Root, "later", 1)
        );

    private static string StateText(SimulationHost host, ActorId actor) =>
        host.FinalState<ScriptState>(actor).Match(static state => state.ToString(), static error => error.ToString());

    private static Run Explore(Behavior root, ISchedule schedule)
    {
        var recorder = new Recorder();
        var host = new SimulationHost(root, Run.Observed(null, recorder), schedule);
        return Run.Of(host, host.Run(static progress => progress.Tick > 40), recorder);
    }
}
