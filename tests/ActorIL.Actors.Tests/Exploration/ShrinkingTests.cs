using System.Collections.Immutable;
using ActorIL.Actors.Exploration;
using ActorIL.Actors.Hosts;
using ActorIL.Core.Randomness;
using ActorIL.Testing;

namespace ActorIL.Actors.Tests.Exploration;

public sealed class ShrinkingTests
{
    private static readonly PlannedFault Needed = new("/root/a", 3, FaultKind.Crash);

    [Fact]
    public void Only_what_the_failure_needs_is_left() =>
        Seeded.Run(
            50,
            static seed =>
            {
                var scenario = Long(RngKey.Root(seed));
                var needed = Draw.Index(RngKey.Root(seed), 7, 200);
                bool Fails(Scenario candidate) =>
                    candidate.Choices.Length > needed
                    && candidate.Choices[needed] > 0
                    && candidate.Faults.Items.Contains(Needed);

                var shrunk = Shrinking.Shrink(scenario, Fails, attemptCountMax: 5_000);
                Assert.True(Fails(shrunk));
                Assert.Equal([Needed], shrunk.Faults.Items);
                Assert.Equal(1, shrunk.DepartureCount);
                Assert.Equal(needed + 1, shrunk.Choices.Length);
                Assert.Equal(1, shrunk.Choices[needed]);
            }
        );

    [Fact]
    public void Two_choices_that_belong_together_both_stay()
    {
        static bool Fails(Scenario candidate) =>
            candidate.Choices is { Length: > 120 } choices && choices[20] == 2 && choices[120] == 3;

        var shrunk = Shrinking.Shrink(
            new(new DeliveryOrder.Given([.. Enumerable.Range(0, 300).Select(index => 2 + (index / 100 % 2))]), []),
            Fails,
            attemptCountMax: 5_000
        );
        Assert.Equal((121, 2), (shrunk.Choices.Length, shrunk.DepartureCount));
    }

    [Fact]
    public void A_failure_without_a_schedule_needs_none()
    {
        var shrunk = Shrinking.Shrink(Long(RngKey.Root(1)), candidate => candidate.Faults.Count > 1, 5_000);
        Assert.Equal(new DeliveryOrder.ByKey(), shrunk.Order);
        Assert.Equal(2, shrunk.Faults.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(17)]
    public void No_more_attempts_are_made_than_allowed(int attemptCountMax)
    {
        var attemptCount = 0;
        var scenario = Long(RngKey.Root(2));
        var shrunk = Shrinking.Shrink(scenario, _ => ++attemptCount > 3, attemptCountMax);
        Assert.InRange(attemptCount, 0, attemptCountMax);
        Assert.Equal(attemptCountMax <= 3, shrunk == scenario);
    }

    private static Scenario Long(RngKey key)
    {
        ImmutableArray<int> choices =
        [
            .. Enumerable.Range(0, 300).Select(index => 1 + Draw.Index(key, (ulong)index, 5)),
        ];
        var faults = Enumerable.Range(1, 6).Select(index => new PlannedFault("/root/a", index, FaultKind.Crash));
        return new(new DeliveryOrder.Given(new(choices)), [.. faults]);
    }
}
