using System.Collections.Immutable;
using ActorIL.Actors.Traces;
using ActorIL.Core.Fields;
using ActorIL.Storage.Traces;
using ActorIL.Storage.Traces.Differences;

namespace ActorIL.Storage.Tests.Traces;

public sealed class TraceDiffTests
{
    [Theory]
    [InlineData(TraceLevel.Seed, TraceLevel.Full)]
    [InlineData(TraceLevel.Keys, TraceLevel.Actions)]
    [InlineData(TraceLevel.Actions, TraceLevel.Full)]
    [InlineData(TraceLevel.Full, TraceLevel.Full)]
    public void Two_recordings_of_one_run_are_the_same_at_the_lower_level(TraceLevel one, TraceLevel other)
    {
        foreach (var (left, right) in (ReadOnlySpan<(TraceLevel, TraceLevel)>)[(one, other), (other, one)])
        {
            var found = Diff(SmallTrace.Root(), left, SmallTrace.Root(), right);
            Assert.True(found.IsSame);
            Assert.Equal(one, found.Level);
            Assert.Equal(0, found.Total.ChangedCount + found.Total.OnlyFirstCount + found.Total.OnlySecondCount);
        }
    }

    [Fact]
    public void The_first_difference_is_named_and_the_rest_is_counted()
    {
        var found = Diff(SmallTrace.Root(), Edited(5, parcels => [parcels[1]]));
        Assert.Equal(DivergenceClass.Missing, found.Delivery!.Class);
        Assert.Equal("/root/a", found.Delivery.One!.Record.ToPath);
        Assert.Null(found.Delivery.Other);

        // The message itself, and what its receiver would have answered.
        Assert.Equal(2, found.Total.OnlyFirstCount - found.Total.OnlySecondCount);
    }

    [Fact]
    public void Another_time_is_counted_by_itself()
    {
        var found = Diff(
            SmallTrace.Root(),
            Edited(5, parcels => [parcels[0], parcels[1] with { DelayTicks = 1 }]),
            DifferenceView.Bits
        );
        Assert.Equal(DivergenceClass.Timing, found.Delivery!.Class);
        Assert.True(found.Total.RetimedCount > 0);
        Assert.Equal(0, found.Total.OnlyFirstCount);
    }

    [Fact]
    public void Small_numbers_are_passed_over_where_that_is_wanted_those_of_blocks_too()
    {
        var code = Edited(
            5,
            parcels =>
                [
                    parcels[0] with
                    {
                        Signal = parcels[0].Signal with
                        {
                            Weights = ParameterBlock.Copy([5.0001f, 1, 2]),
                            Observations = [5, 0.50001f],
                        },
                    },
                    parcels[1] with
                    {
                        Signal = parcels[1].Signal with { Reward = parcels[1].Signal.Reward + 0.0001f },
                    },
                ]
        );
        var bits = Diff(SmallTrace.Root(), code);
        Assert.Equal(["observations[1]", "weights[0]"], bits.Delivery!.Fields.Select(field => field.Path).ToArray());
        Assert.True(Diff(SmallTrace.Root(), code, new(0.001)).IsSame);
        var narrow = Diff(SmallTrace.Root(), code, new(0.00001));
        Assert.Equal(["weights[0]"], narrow.Delivery!.Fields.Select(field => field.Path).ToArray());
    }

    [Fact]
    public void What_differs_beside_deliveries_is_told_in_words()
    {
        var failing = SmallTrace.Root() with { Child = new Receiver { FailsAt = 11 } };
        var found = Diff(SmallTrace.Root(), failing);
        Assert.Contains("/root/a failed", found.Otherwise.Other, StringComparison.Ordinal);
        var seed = Diff(SmallTrace.Root(), TraceLevel.Seed, failing, TraceLevel.Full);
        Assert.Null(seed.Delivery);
        Assert.StartsWith($"boundary {Sender.Boundary} 3", seed.Otherwise.One, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cut_trace_is_an_error()
    {
        using var folder = new TemporaryFolder();
        SmallTrace.Record(folder["a.mcap"], SmallTrace.Root(), SmallTrace.Recording(TraceLevel.Keys));
        File.WriteAllBytes(folder["b.mcap"], File.ReadAllBytes(folder["a.mcap"])[..^100]);
        using var one = Outcome.Value(TraceReader.Open(folder["a.mcap"]));
        using var other = Outcome.Value(TraceReader.Open(folder["b.mcap"]));
        Assert.StartsWith(
            folder["b.mcap"],
            Outcome.Error(TraceDiff.Run(one, other, DifferenceView.Bits)).Where,
            StringComparison.Ordinal
        );
    }

    private static Sender Edited(int tick, Func<ImmutableArray<Parcel>, ImmutableArray<Parcel>> edit) =>
        SmallTrace.Root() with
        {
            Script = now => now == tick ? edit(SmallTrace.Plain(now)) : SmallTrace.Plain(now),
        };

    private static TraceDifference Diff(Sender one, Sender other, DifferenceView? view = null) =>
        Diff(one, TraceLevel.Full, other, TraceLevel.Full, view);

    private static TraceDifference Diff(
        Sender one,
        TraceLevel level,
        Sender other,
        TraceLevel otherLevel,
        DifferenceView? view = null
    )
    {
        using var folder = new TemporaryFolder();
        SmallTrace.Record(folder["a.mcap"], one, SmallTrace.Recording(level));
        SmallTrace.Record(folder["b.mcap"], other, SmallTrace.Recording(otherLevel));
        using var first = Outcome.Value(TraceReader.Open(folder["a.mcap"]));
        using var second = Outcome.Value(TraceReader.Open(folder["b.mcap"]));
        return Outcome.Value(TraceDiff.Run(first, second, view ?? DifferenceView.Bits));
    }
}
