using ActorIL.Actors.Exploration;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Testing;

namespace ActorIL.Actors.Tests.Exploration;

/// <summary>How soon a mistake that needs two preemptions is found, and how small it is made.</summary>
public sealed class PlantedRaceTests
{
    private const int SeedCount = 20;
    private const int SchedulesMax = 20_000;

    // What 20 seeds showed (medians) is in the README; the bounds leave room for other draws.
    private const int PrioritySchedulesMax = 250;
    private const int ChoicesMax = 48;
    private const int DeparturesMax = 40;

    [Fact]
    public void Nothing_is_lost_in_the_order_of_the_keys()
    {
        Assert.Equal(0, Bank.Simulate(Scenario.Plain).LostCount);
        Assert.Equal(0, Bank.Simulate(Scenario.OneByOne).LostCount);
    }

    [Fact]
    public void Priorities_find_the_race_within_the_stated_number_of_schedules()
    {
        var counts = SchedulesToFind(Priority);
        Assert.True(counts[^1] <= PrioritySchedulesMax, Text("priorities", counts));
    }

    [Fact]
    public void Priorities_find_it_sooner_than_chance()
    {
        var (priority, random) = (SchedulesToFind(Priority), SchedulesToFind(AtRandom));
        TestContext.Current.TestOutputHelper?.WriteLine(Text("priorities", priority));
        TestContext.Current.TestOutputHelper?.WriteLine(Text("random", random));
        Assert.True(Median(priority) < Median(random), $"{Text("priorities", priority)}\n{Text("random", random)}");
    }

    [Fact]
    public void What_is_found_is_made_small_and_its_text_repeats_it()
    {
        var (choicesMost, departuresMost) = (0, 0);
        Seeded.Run(
            SeedCount,
            seed =>
            {
                var found = Enumerable
                    .Range(0, SchedulesMax)
                    .Select(index => Priority(RngKey.Root(seed).Fold((ulong)index)))
                    .First(Bank.Fails);
                var recorded = Bank.Simulate(found).Recorded;
                Assert.True(Bank.Fails(recorded), "Its own choices do not repeat it.");
                var shrunk = Shrinking.Shrink(recorded, Bank.Fails, attemptCountMax: 2_000);
                var text = ScenarioText.Write(shrunk);
                Assert.True(Bank.Fails(ScenarioText.Read(text).Require()), text);
                Assert.True(shrunk.Choices.Length <= ChoicesMax && shrunk.DepartureCount <= DeparturesMax, text);
                choicesMost = Math.Max(choicesMost, shrunk.Choices.Length);
                departuresMost = Math.Max(departuresMost, shrunk.DepartureCount);
            }
        );
        TestContext.Current.TestOutputHelper?.WriteLine(
            FormattableString.Invariant($"at most {choicesMost} choices, {departuresMost} of them not the first")
        );
    }

    private static Scenario Priority(RngKey key) => new(new DeliveryOrder.ByPriority(key, 2, ChoiceCount), []);

    private static Scenario AtRandom(RngKey key) => new(new DeliveryOrder.AtRandom(key), []);

    private static int ChoiceCount { get; } = Choices();

    private static int Choices()
    {
        var run = new ScenarioHost(Scenario.OneByOne, new Bank(), Scripted.Run.Settings());
        run.Host.Run();
        return run.ChoiceCount;
    }

    /// <summary>For each seed, how many schedules it took; ascending.</summary>
    private static int[] SchedulesToFind(Func<RngKey, Scenario> schedule) =>
        [
            .. Enumerable
                .Range(1, SeedCount)
                .Select(seed =>
                    1
                    + Enumerable
                        .Range(0, SchedulesMax)
                        .First(index => Bank.Fails(schedule(RngKey.Root((ulong)seed).Fold((ulong)index))))
                )
                .Order(),
        ];

    private static int Median(int[] counts) => counts[counts.Length / 2];

    private static string Text(string name, int[] counts) =>
        FormattableString.Invariant($"{name}: median {Median(counts)}, all {string.Join(' ', counts)}");
}
