using ActorIL.Actors.Behaviors;
using ActorIL.Actors.Effects;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Ordering;
using ActorIL.Actors.Probing;
using ActorIL.Actors.Tests.Scripted;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;

namespace ActorIL.Actors.Tests.Probing;

public sealed class StepProbeTests
{
    [Fact]
    public void A_probe_sees_every_step_and_disturbs_none()
    {
        foreach (var (name, behavior) in Systems.All)
        {
            var plain = Run.Simulate(behavior);
            foreach (var delivery in plain.Recorder.Deliveries)
            {
                var host = Probed(behavior, delivery.Key);

                Assert.Equal((name, plain.Chain), (name, host.Chain.ToString()));
                var seen = host.Observation!;
                Assert.Equal((delivery.Key, delivery.Key.To), (seen.Key, seen.Actor));
                Assert.True(seen.IsDeterministic, $"{name} {delivery.Key}: {seen.Difference}");
                Assert.Equal(FieldCodec.Bytes((Order)delivery.Message!), seen.Message);
                Assert.Equal(seen.Failure is not null, seen.After.IsEmpty && FailedAt(plain, delivery));
            }
        }
    }

    [Fact]
    public void A_step_that_reads_something_shared_is_named_by_its_effect()
    {
        var shared = new int[1];
        var root = new LeakyRoot(() => shared[0]++);
        var leak = Run.Simulate(root).Recorder.Deliveries[1];

        var seen = Probed(root, leak.Key).Observation!;

        Assert.False(seen.IsDeterministic);
        Assert.Equal("another Tell, effect 1", seen.Difference);
        Assert.Equal("/root/leaky", seen.Path);
        Assert.Equal((EffectKind.Tell, "test-order/1"), (seen.Effects[0].Kind, seen.Effects[0].Body));
    }

    [Fact]
    public void A_probe_shows_the_state_before_and_after_a_step()
    {
        var run = Run.Simulate(new InPlaceRoot());
        var second = run.Recorder.Deliveries.Where(static delivery => delivery.Key.To == Run.Id("child")).ElementAt(1);

        var seen = Probed(new InPlaceRoot(), second.Key).Observation!;

        Assert.Equal("count", Assert.Single(seen.StateDescription.Fields).Name);
        Assert.Equal((1L, 2L), (Count([.. seen.Before]), Count([.. seen.After])));
        Assert.True(seen.IsDeterministic);
    }

    [Fact]
    public void States_can_be_read_without_their_types()
    {
        var host = new SimulationHost(Talk.Crossing(), Run.Settings());
        host.Run(static progress => progress.Tick >= 1);

        var digests = host.StateDigests();
        Assert.Equal(["/root", "/root/a", "/root/b", "/root/c", "/root/d"], digests.Select(d => d.Path).Order());
        Assert.Equal(digests.Select(static digest => digest.Id).Order(), digests.Select(static digest => digest.Id));
        foreach (var digest in digests)
        {
            var state = host.StateBytes(digest.Id).Require();
            var typed = host.FinalState<ScriptState>(digest.Id).Require();
            Assert.Equal(FieldCodec.Bytes(typed), state.Bytes);
            Assert.Equal(FieldCodec.Hash(typed, new()), digest.StateHash);
            Assert.Equal("test-script-state", state.Description.Name.Name);
        }

        Assert.Contains("no such actor", host.StateBytes(new(1)).Match(static _ => "", static e => e.ToString()));
    }

    private static bool FailedAt(Run run, Delivery delivery) =>
        run
            .Recorder.Of(LifecycleKind.Failed)
            .Any(failed =>
                (failed.Tick, failed.Micro, failed.Actor) == (delivery.Key.Tick, delivery.Key.Micro, delivery.Key.To)
            );

    private static long Count(byte[] bytes) => FieldCodec.Read<InPlaceCount>(bytes, static _ => null).Require().Count;

    private static SimulationHost Probed(Behavior root, EnvelopeKey key)
    {
        var host = new SimulationHost(root, Run.Settings() with { Probe = new(key) });
        host.Run();
        return host;
    }
}
