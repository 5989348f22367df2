using ActorIL.Actors.Effects;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Tests.Scripted;

namespace ActorIL.Actors.Tests;

public sealed class ObserverTests
{
    [Fact]
    public void Notes_reach_observers_in_key_order_and_change_no_digest()
    {
        var (a, b) = (Run.Id("a"), Run.Id("b"));
        var quiet = Run.Simulate(ScriptedBehavior.Of(Act.Spawn("a"), Act.Spawn("b")));
        var noted = Run.Simulate(ScriptedBehavior.Of(
            Act.Metric("from init", 1), Act.Spawn("a", Act.Metric("a", 2)), Act.Spawn("b", Act.Metric("b", 3))));

        Assert.Equal(quiet.Chain, noted.Chain);
        string[] inOrder = a < b ? ["from init", "a", "b"] : ["from init", "b", "a"];
        Assert.Equal(inOrder, noted.Recorder.Notes.Select(static note => note.Note.Name));
    }

    [Fact]
    public void A_run_can_be_interrupted_between_rounds_and_goes_on_where_it_was()
    {
        var whole = Run.Simulate(Talk.Crossing());
        var host = new SimulationHost(Talk.Crossing(), Run.Settings());
        var isInterrupted = true;
        while (isInterrupted)
        {
            var roundCount = 0;
            var outcome = host.Run(_ => roundCount++ == 1);
            isInterrupted = outcome == new RunOutcome.Interrupted();
        }

        Assert.Equal(whole.Chain, host.Chain.ToString());
    }

    [Fact]
    public void Observers_are_called_after_each_round_in_their_order_with_the_chain_so_far()
    {
        var (first, second) = (new Recorder(), new Recorder());
        var host = new SimulationHost(Talk.Crossing(), Run.Settings() with { Observers = [first, second] });
        host.Run();

        Assert.Equal(first.Chains, second.Chains);
        Assert.Equal(host.Chain.ToString(), first.Chains[^1]);
        Assert.Equal(host.Progress.DeliveryCount, first.Deliveries.Count);
        Assert.Equal(Enumerable.Range(1, first.Deliveries.Count), first.Deliveries.Select(static delivery => (int)delivery.Ordinal));
    }

    [Fact]
    public void Observed_or_not_the_chain_is_the_same()
    {
        foreach (var (name, behavior) in Systems.All)
        {
            var host = new SimulationHost(behavior, Run.Settings());
            host.Run();

            Assert.Equal((name, Run.Simulate(behavior).Chain), (name, host.Chain.ToString()));
        }
    }

    [Fact]
    public void The_chain_folds_the_entry_of_each_delivery_in_order()
    {
        var run = Run.Simulate(Talk.Crossing());
        var chain = run.Recorder.Deliveries.Aggregate(
            Core.Hashing.HashChain.Empty, static (chain, delivery) => chain.Append(delivery.EntryHash));

        Assert.Equal(run.Chain, chain.ToString());
    }

    [Fact]
    public void Log_lines_carry_their_level()
    {
        var buffer = new EffectBuffer();
        new Outbox(buffer).Log(NoteKind.Warning, "slow", "took long");

        Assert.Equal(new Note(NoteKind.Warning, "slow", 0, "took long"), buffer.Items[0].Body);
    }
}
