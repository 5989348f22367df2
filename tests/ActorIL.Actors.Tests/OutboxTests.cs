using ActorIL.Actors.Addressing;
using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Actors.Tests.Scripted;
using ActorIL.Core.Randomness;

namespace ActorIL.Actors.Tests;

/// <summary>Behaviours are functions: no host is needed to test one.</summary>
public sealed class OutboxTests
{
    private static readonly Ctx Here = new(Run.Id("a"), Run.Root, now: 5, RngKey.Root(1));

    [Fact]
    public void A_step_is_a_function_from_state_and_message_to_state_and_effects()
    {
        var message = new Order("go", [Act.Tell(Run.Root, "done", 3), Act.Metric("loss", 7)]);
        var step = Steps.Receive(ScriptedBehavior.Idle, in Here, default(ScriptState), message);

        Assert.Equal(1, step.State.Count);
        Assert.Equal([EffectKind.Tell, EffectKind.Note], step.Effects.Select(static effect => effect.Kind));
        Assert.Equal(new Effect(EffectKind.Tell, Run.Root, step.Effects[0].Body, delayTicks: 3), step.Effects[0]);
        Assert.Equal(new Note(NoteKind.Metric, "loss", 7, ""), step.Effects[1].Body);
    }

    [Fact]
    public void Init_is_a_function_too()
    {
        var step = Steps.Init(ScriptedBehavior.Of(Act.Spawn("child"), Act.Credit(Run.Root, 4)), in Here);

        Assert.Equal(Here.Self.Child("child"), step.Effects[0].To);
        Assert.Equal(new SpawnRequest("child", ScriptedBehavior.Idle).Name, ((SpawnRequest)step.Effects[0].Body!).Name);
        Assert.Equal(new Effect(EffectKind.Credit, Run.Root, null, number: 4), step.Effects[1]);
    }

    [Fact]
    public void An_outbox_shows_the_effects_of_its_own_step_only()
    {
        var buffer = new EffectBuffer();
        new Outbox(buffer).Stop(Run.Root);
        var outbox = new Outbox(buffer);
        outbox.Unstash();

        Assert.Equal(1, outbox.Effects.Length);
        Assert.Equal(EffectKind.Unstash, outbox.Effects[0].Kind);
        Assert.Equal(2, buffer.Count);
    }

    [Fact]
    public void A_buffer_grows_and_can_be_used_again()
    {
        var buffer = new EffectBuffer();
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 1_000; i++)
            {
                new Outbox(buffer).CancelTimer(i);
            }

            Assert.Equal(Enumerable.Range(0, 1_000), buffer.Items.ToArray().Select(static effect => effect.Tag));
            buffer.Clear();
            Assert.Equal(0, buffer.Count);
        }
    }

    [Fact]
    public void Numbers_that_can_never_be_right_are_refused_at_once()
    {
        var to = new ActorRef<Order>(Run.Root);
        var order = new Order("x", []);

        Assert.Throws<ArgumentOutOfRangeException>(() => new Outbox(new()).Tell(to, order, delayTicks: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Outbox(new()).SetTimer(1, order, delayTicks: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Outbox(new()).SetTimer(1, order, 1, periodTicks: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Outbox(new()).Credit(Run.Root, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Outbox(new()).Perform(new TextOperation(""), 1, latencyTicks: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Outbox(new()).Reply(default, order, delayTicks: -1));
    }
}
