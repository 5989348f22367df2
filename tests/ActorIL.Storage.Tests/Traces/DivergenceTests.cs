using System.Collections.Immutable;
using ActorIL.Actors.Traces;
using ActorIL.Core.Fields;
using ActorIL.Storage.Traces;

namespace ActorIL.Storage.Tests.Traces;

/// <summary>History and code that differ on purpose in one thing: each is named for what it is, at its place.</summary>
public sealed class DivergenceTests
{
    public static TheoryData<TraceLevel> Levels => [TraceLevel.Keys, TraceLevel.Actions, TraceLevel.Full];

    [Theory]
    [InlineData(TraceLevel.Seed)]
    [InlineData(TraceLevel.Keys)]
    [InlineData(TraceLevel.Actions)]
    [InlineData(TraceLevel.Full)]
    public void The_same_code_gives_the_same_run(TraceLevel level) =>
        Assert.Null(Found(level, SmallTrace.Root(), SmallTrace.Root()));

    [Theory]
    [MemberData(nameof(Levels))]
    public void One_ulp_of_a_reward_is_a_payload(TraceLevel level)
    {
        var found = Found(level, Changed(5, "b", reward => MathF.BitIncrement(reward)))!;
        Check(found, DivergenceClass.Payload, "b", 5);
        var field = Field(found);
        if (level == TraceLevel.Keys)
        {
            Assert.Empty(found.Recorded!.Payload);
            Assert.NotEqual(found.Recorded.PayloadHash, found.Recomputed!.PayloadHash);
            Assert.Null(field);
        }
        else
        {
            Assert.Equal(("reward", 1L), (field!.Path, field.Ulps));
            Assert.Equal("0.2", field.One!.Value.Text);
        }
    }

    [Fact]
    public void One_bit_of_a_weight_is_a_payload_at_every_level()
    {
        foreach (var level in (TraceLevel[])[TraceLevel.Keys, TraceLevel.Actions, TraceLevel.Full])
        {
            var found = Found(
                level,
                Edited(
                    5,
                    parcels =>
                        [
                            parcels[0] with
                            {
                                Signal = parcels[0].Signal with
                                {
                                    Weights = ParameterBlock.Copy([MathF.BitIncrement(5), 1, 2]),
                                },
                            },
                            parcels[1],
                        ]
                )
            )!;
            Check(found, DivergenceClass.Payload, "a", 5);
            Assert.Equal(level == TraceLevel.Keys ? null : "weights", Field(found)?.Path);
        }
    }

    [Fact]
    public void What_was_not_recorded_is_known_by_its_hash()
    {
        var code = Edited(
            5,
            parcels => [parcels[0] with { Signal = parcels[0].Signal with { Observations = [5, 0.75f] } }, parcels[1]]
        );
        Assert.Null(Field(Found(TraceLevel.Actions, code)!));
        var full = Found(TraceLevel.Full, code)!;
        Check(full, DivergenceClass.Payload, "a", 5);
        Assert.Equal("observations[1]", Field(full)!.Path);
    }

    [Theory]
    [MemberData(nameof(Levels))]
    public void A_dropped_message_is_missing(TraceLevel level)
    {
        var found = Found(level, Edited(5, parcels => [parcels[1]]))!;
        Check(found, DivergenceClass.Missing, "a", 5);
        Assert.Null(found.Recomputed);
        Check(Found(level, Edited(5, parcels => [parcels[0]]))!, DivergenceClass.Missing, "b", 5);
    }

    [Theory]
    [MemberData(nameof(Levels))]
    public void A_dropped_message_before_another_to_the_same_actor_is_missing(TraceLevel level)
    {
        var history = Edited(5, parcels => [new("b", Signal.Of("say", 50)), parcels[1], parcels[0]]);
        var code = Edited(5, parcels => [parcels[1], parcels[0]]);
        var found = Found(level, history, code)!;
        Assert.Equal(DivergenceClass.Missing, found.Class);
        Assert.Equal("/root/b", found.Recorded!.ToPath);
    }

    [Theory]
    [MemberData(nameof(Levels))]
    public void A_message_more_is_extra(TraceLevel level)
    {
        foreach (var to in (string[])["a", "b"])
        {
            var found = Found(level, Edited(5, parcels => [new(to, Signal.Of("say", 50)), .. parcels]))!;
            Assert.Equal(DivergenceClass.Extra, found.Class);
            Assert.Null(found.Recorded);
            Assert.Equal($"/root/{to}", found.Recomputed!.ToPath);
            found = Found(level, Edited(5, parcels => [.. parcels, new(to, Signal.Of("say", 50))]))!;
            Assert.Equal(DivergenceClass.Extra, found.Class);
            Assert.Equal($"/root/{to}", found.Recomputed!.ToPath);
        }
    }

    [Theory]
    [MemberData(nameof(Levels))]
    public void Another_order_is_reordered(TraceLevel level)
    {
        Assert.Equal(DivergenceClass.Reordered, Found(level, Edited(5, parcels => [parcels[1], parcels[0]]))!.Class);
        var history = Edited(5, parcels => [.. parcels, new("a", Signal.Of("say", 50))]);
        var code = Edited(5, parcels => [new("a", Signal.Of("say", 50)), parcels[1], parcels[0]]);
        Assert.Equal(DivergenceClass.Reordered, Found(level, history, code)!.Class);
    }

    [Theory]
    [MemberData(nameof(Levels))]
    public void Another_time_is_timing(TraceLevel level)
    {
        var late = Edited(5, parcels => [parcels[0], parcels[1] with { DelayTicks = 3 }]);
        var found = Found(level, late)!;
        Check(found, DivergenceClass.Timing, "b", 5);
        Assert.Equal((5L, 8L), (found.Recorded!.Tick, found.Recomputed!.Tick));
        found = Found(level, late, SmallTrace.Root())!;
        Assert.Equal(DivergenceClass.Timing, found.Class);
        Assert.Equal((8L, 5L), (found.Recorded!.Tick, found.Recomputed!.Tick));
    }

    [Theory]
    [MemberData(nameof(Levels))]
    public void A_failure_on_one_side_is_a_failure(TraceLevel level)
    {
        var failing = SmallTrace.Root() with { Child = new Receiver { FailsAt = 5 } };
        var found = Found(level, failing)!;
        Assert.Equal(DivergenceClass.Failure, found.Class);
        Assert.Equal("no such event", found.History);
        Assert.Contains("/root/a failed at 5.1", found.Code, StringComparison.Ordinal);
        found = Found(level, failing, SmallTrace.Root())!;
        Assert.Equal(DivergenceClass.Failure, found.Class);
        Assert.Contains("/root/a failed at 5.1", found.History, StringComparison.Ordinal);
    }

    [Fact]
    public void At_level_seed_the_boundary_is_named()
    {
        var found = Found(TraceLevel.Seed, Changed(6, "b", reward => reward + 1))!;
        Assert.Null(found.Recorded);
        Assert.Null(found.Recomputed);
        Assert.Equal($"{Sender.Boundary} 2", found.Boundary);
        Assert.Contains("/root/b", found.Code, StringComparison.Ordinal);

        // Beyond the last boundary only the end tells.
        found = Found(TraceLevel.Seed, Edited(12, parcels => [parcels[0]]))!;
        Assert.Equal("the end", found.Boundary);
    }

    [Fact]
    public void A_run_that_ends_early_misses_the_rest_and_one_that_goes_on_has_more()
    {
        var found = Found(TraceLevel.Keys, SmallTrace.Root(), SmallTrace.Root(8))!;
        Assert.Equal(DivergenceClass.Missing, found.Class);
        Assert.Equal(9, found.Recorded!.Tick);
        found = Found(TraceLevel.Keys, SmallTrace.Root(8), SmallTrace.Root())!;
        Assert.Equal(DivergenceClass.Extra, found.Class);
        Assert.Equal(9, found.Recomputed!.Tick);
    }

    [Fact]
    public void What_was_the_same_last_is_known()
    {
        var found = Found(TraceLevel.Keys, Changed(6, "b", MathF.BitIncrement))!;
        Assert.Equal(found.Recorded!.Ordinal - 1, found.SameUntil);
        Assert.Equal(["/root", "/root/a", "/root/b"], found.Marks.Keys);
    }

    private static void Check(TraceDivergence found, DivergenceClass kind, string child, int tick)
    {
        var delivery = (found.Recorded ?? found.Recomputed)!;
        Assert.Equal(kind, found.Class);
        Assert.Equal(("/root", $"/root/{child}", (long)tick), (delivery.FromPath, delivery.ToPath, delivery.Tick));
    }

    private static FieldDifference? Field(TraceDivergence found) =>
        FieldDifference
            .Between(Node(found.Recorded!, found.RecordedChannel!), Node(found.Recomputed!, found.RecomputedChannel!))
            .FirstOrDefault();

    private static FieldNode Node(DeliveryRecord record, TraceChannel channel) =>
        Outcome.Value(FieldTree.Read(record.Payload.AsSpan(), channel.Payload));

    private static Sender Changed(int tick, string to, Func<float, float> change) =>
        Edited(
            tick,
            parcels =>
                [
                    .. parcels.Select(parcel =>
                        parcel.To == to
                            ? parcel with
                            {
                                Signal = parcel.Signal with { Reward = change(parcel.Signal.Reward) },
                            }
                            : parcel
                    ),
                ]
        );

    private static Sender Edited(int tick, Func<ImmutableArray<Parcel>, ImmutableArray<Parcel>> edit) =>
        SmallTrace.Root() with
        {
            Script = now => now == tick ? edit(SmallTrace.Plain(now)) : SmallTrace.Plain(now),
        };

    private static TraceDivergence? Found(TraceLevel level, Sender code) => Found(level, SmallTrace.Root(), code);

    private static TraceDivergence? Found(TraceLevel level, Sender history, Sender code)
    {
        using var folder = new TemporaryFolder();
        SmallTrace.Record(folder["a.mcap"], history, SmallTrace.Recording(level));
        return SmallTrace.Verify(folder["a.mcap"], code);
    }
}
