using ActorIL.Actors.Addressing;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Tests.Examples;
using ActorIL.Core.Fields;
using ActorIL.Core.Randomness;

namespace ActorIL.Actors.Tests;

/// <summary>The worked example of a message union and its behaviour: a counter that is added to and asked.</summary>
public sealed class MatchTests
{
    private static readonly Ctx Here = new(ActorId.Root("counter"), ActorId.None, now: 0, RngKey.Root(1));

    [Fact]
    public void Each_case_goes_to_its_arm()
    {
        var added = Steps.Receive(new CounterBehavior(Limit: 10), in Here, new CounterState(4), new CounterMessage.Add(3));

        Assert.Equal(new CounterState(7), added.State);
        Assert.Empty(added.Effects);
    }

    [Fact]
    public void An_arm_appends_to_the_outbox_it_is_handed()
    {
        var replyTo = new ReplyTo<CounterState>(ActorId.Root("asker"), 5);
        var told = Steps.Receive(
            new CounterBehavior(Limit: 10), in Here, new CounterState(4), new CounterMessage.Tell(replyTo));

        Assert.Equal(new CounterState(4), told.State);
        Assert.Equal((EffectKind.Reply, replyTo.Asker, 5L), (told.Effects[0].Kind, told.Effects[0].To, told.Effects[0].Number));
    }

    [Fact]
    public void A_behaviours_own_configuration_reaches_its_arms_through_the_state_or_a_method()
    {
        var capped = Steps.Receive(new CounterBehavior(Limit: 5), in Here, new CounterState(4), new CounterMessage.Add(3));

        Assert.Equal(new CounterState(5), capped.State);
    }

    [Fact]
    public void A_union_reads_what_it_wrote()
    {
        CounterMessage[] messages = [new CounterMessage.Add(3), new CounterMessage.Tell(new(ActorId.Root("asker"), 5))];
        foreach (var message in messages)
        {
            var bytes = FieldCodec.Bytes(message);

            Assert.Equal(message, FieldCodec.Read<CounterMessage>(bytes.AsSpan(), static _ => null).Match(static m => m, static _ => null!));
        }
    }

    [Fact]
    public void The_example_runs_in_a_host()
    {
        var host = new SimulationHost(new CounterAsker(), new KernelSettings(Seed: 1));

        Assert.Equal(new RunOutcome.Completed(), host.Run());
        Assert.Equal(6, host.FinalState<CounterState>(ActorId.Root("root")).Match(static state => state.Count, static _ => -1));
    }
}
