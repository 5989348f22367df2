using ActorIL.Actors.Hosts;
using ActorIL.Actors.Tests.Scripted;

namespace ActorIL.Actors.Tests;

public sealed class NonDeterminismTests
{
    [Fact]
    public void The_same_system_and_seed_give_the_same_chain()
    {
        foreach (var (name, behavior) in Systems.All)
        {
            var (first, second) = (Run.Simulate(behavior), Run.Simulate(behavior));

            Assert.Equal((name, first.Chain), (name, second.Chain));
            Assert.Null(Divergence.Between(first.Recorder.Deliveries, second.Recorder.Deliveries));
        }
    }

    [Fact]
    public void A_behaviour_that_reads_something_shared_is_caught_at_its_first_different_message()
    {
        var shared = new int[1];
        var root = new LeakyRoot(() => shared[0]++);
        var (first, second) = (Run.Simulate(root), Run.Simulate(root));

        Assert.NotEqual(first.Chain, second.Chain);
        var divergence = Divergence.Between(first.Recorder.Deliveries, second.Recorder.Deliveries);
        Assert.NotNull(divergence);
        Assert.Equal(3, divergence.Ordinal);
        Assert.Equal("/root/leaky", first.Recorder.PathOf(divergence.Expected!.Value.SentAs.From));
        Assert.Equal(new Order("leak 0", []), divergence.Expected!.Value.Message);
        Assert.Equal(new Order("leak 1", []), divergence.Found!.Value.Message);
    }

    [Fact]
    public void Another_seed_gives_other_draws_and_another_chain()
    {
        var root = ScriptedBehavior.Of(Act.Draw(), Act.Tell(Run.Root, "x", 1, Act.Draw()));
        ulong[] seeds = [1, 1, 2];
        var hosts = seeds.Select(seed => new SimulationHost(root, Run.Settings(seed))).ToArray();
        var states = hosts.Select(static host =>
        {
            host.Run();
            return host.FinalState<ScriptState>(Run.Root).Match(static found => found.Digest, static _ => 0UL);
        }).ToArray();

        Assert.Equal(states[0], states[1]);
        Assert.NotEqual(states[0], states[2]);
    }

    [Fact]
    public void A_missing_delivery_is_a_difference_too()
    {
        var run = Run.Simulate(Talk.Crossing());
        var shorter = run.Recorder.Deliveries.SkipLast(1).ToList();

        Assert.Null(Divergence.Between(run.Recorder.Deliveries, shorter)!.Found);
        Assert.Null(Divergence.Between(shorter, run.Recorder.Deliveries)!.Expected);
    }
}
