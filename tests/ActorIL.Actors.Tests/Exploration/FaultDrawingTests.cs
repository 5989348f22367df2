using System.Collections.Immutable;
using ActorIL.Actors.Exploration;
using ActorIL.Actors.Hosts;
using ActorIL.Core.Randomness;
using ActorIL.Testing;

namespace ActorIL.Actors.Tests.Exploration;

public sealed class FaultDrawingTests
{
    private static readonly ImmutableArray<FaultTarget> Targets =
    [
        new("/root/a", DeliveryCount: 20, EarlyDeliveryCount: 15, OperationCount: 0, FailuresMax: 2),
        new("/root/b", DeliveryCount: 5, EarlyDeliveryCount: 2, OperationCount: 4, FailuresMax: 0),
        new("/root/c", DeliveryCount: 9, EarlyDeliveryCount: 0, OperationCount: 1, FailuresMax: 0),
    ];

    [Fact]
    public void Faults_are_of_the_kinds_asked_for_and_where_they_can_strike() =>
        Seeded.Run(
            300,
            static seed =>
            {
                var asked = new FaultSelection((seed & 1) != 0, (seed & 2) != 0, (seed & 4) != 0);
                foreach (var fault in FaultDrawing.Draw(RngKey.Root(seed), Targets, asked))
                {
                    var target = Targets.Single(other => other.Path == fault.Path);
                    var (isAsked, least, most) = fault.Kind switch
                    {
                        FaultKind.Crash => (asked.Crashes, 0L, target.DeliveryCount),
                        FaultKind.Failure => (asked.Failures, 0L, target.EarlyDeliveryCount),
                        FaultKind.DelayResult or FaultKind.DuplicateResult => (
                            asked.Results,
                            1L,
                            target.OperationCount
                        ),
                    };
                    Assert.True(isAsked, $"{fault.Kind} was not asked for.");
                    Assert.InRange(fault.DeliveryIndex, least, most);
                    Assert.True(fault.Kind != FaultKind.DelayResult || fault.Ticks > 0, "A delay of nothing.");
                }
            }
        );

    [Fact]
    public void Failures_are_few_enough_to_be_repaired_or_one_that_is_not()
    {
        var (repairableCount, fatalCount) = (0, 0);
        Seeded.Run(
            300,
            seed =>
            {
                var faults = FaultDrawing.Draw(RngKey.Root(seed), Targets, new(false, true, false));
                var fatal = faults.Count(fault => fault.Path != "/root/a");
                Assert.True(fatal == 0 ? faults.Length <= 2 : (fatal, faults.Length) == (1, 1));
                (repairableCount, fatalCount) = (
                    repairableCount + (fatal == 0 && !faults.IsEmpty ? 1 : 0),
                    fatalCount + fatal
                );
            }
        );
        Assert.InRange(fatalCount, 20, repairableCount);
    }

    [Fact]
    public void Every_subset_of_the_kinds_comes_up()
    {
        var subsets = Enumerable
            .Range(0, 300)
            .Select(index =>
            {
                var faults = FaultDrawing.Draw(RngKey.Root((ulong)index), Targets, new(true, true, true));
                return (
                    faults.Any(fault => fault.Kind == FaultKind.Crash),
                    faults.Any(fault => fault.Kind == FaultKind.Failure),
                    faults.Any(fault => fault.Kind is FaultKind.DelayResult or FaultKind.DuplicateResult)
                );
            });
        Assert.Equal(8, subsets.Distinct().Count());
    }
}
