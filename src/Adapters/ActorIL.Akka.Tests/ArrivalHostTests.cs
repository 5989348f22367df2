using ActorIL.Actors.Hosts;
using ActorIL.Akka.Arrivals;
using ActorIL.Core.Prelude;
using ActorIL.Training;
using Akka.Actor;

namespace ActorIL.Akka.Tests;

/// <summary>Free-running in Akka, and repeated without it.</summary>
public sealed class ArrivalHostTests
{
    private const string Arrival = "akka.actoril.class = \"arrival\"\n";

    [Fact]
    public void A_training_that_ran_freely_is_repeated_delivery_by_delivery_without_akka()
    {
        var plan = Jobs.Small;
        var (order, again) = (new ArrivalOrder(), new ArrivalOrder());
        var host = Jobs.Akka(Jobs.Start(plan, Arrival, order));
        using var end = (IDisposable)host;
        Assert.Equal(new RunOutcome.Completed(), host.Run(static _ => false));

        var replay = new SimulationHost(
            RunSystem.Root(plan),
            RunSystem.Settings(plan) with
            {
                Observers = [again],
            },
            order
        );
        Assert.Equal(new RunOutcome.Completed(), replay.Run());

        Assert.Equal(order.Entries, again.Entries);
        Assert.Equal(host.Chain, replay.Chain);
        var result = RunSystem.Report(plan, host).Require().ResultDigest;
        Assert.Equal(result, RunSystem.Report(plan, replay).Require().ResultDigest);

        // Whatever the order, the training comes to the same.
        var ordered = new SimulationHost(RunSystem.Root(plan), RunSystem.Settings(plan));
        ordered.Run();
        Assert.Equal(RunSystem.Report(plan, ordered).Require().ResultDigest, result);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_actor_that_somebody_kills_ends_the_run_named_and_the_order_is_good_up_to_there(bool isPoison)
    {
        var plan = Jobs.Small;
        var (order, again) = (new ArrivalOrder(), new ArrivalOrder());
        var host = (ArrivalHost)Jobs.Akka(Jobs.Start(plan, Arrival + "akka.loglevel = OFF", order));
        using (host)
        {
            host.Run(static progress => progress.DeliveryCount > 60);
            host.System.ActorSelection("/user/run/learner")
                .Tell(isPoison ? PoisonPill.Instance : Kill.Instance, ActorRefs.NoSender);
            var outcome = Assert.IsType<RunOutcome.Faulted>(host.Run(static _ => false));
            Assert.Contains("/run/learner", outcome.Error.ToString(), StringComparison.Ordinal);
        }

        var replay = new SimulationHost(
            RunSystem.Root(plan),
            RunSystem.Settings(plan) with
            {
                Observers = [again],
            },
            order
        );
        replay.Run();
        Assert.True(order.Entries.Count > 60);
        Assert.Equal(order.Entries, again.Entries);
    }

    [Fact]
    public void A_stop_is_answered_between_deliveries_and_nothing_moves_afterwards()
    {
        var order = new ArrivalOrder();
        var host = Jobs.Akka(Jobs.Start(Jobs.Small, Arrival, order));
        using var end = (IDisposable)host;
        Assert.Equal(new RunOutcome.Interrupted(), host.Run(static progress => progress.DeliveryCount > 40));
        var count = order.Count;
        Thread.Sleep(TimeSpan.FromMilliseconds(100));
        Assert.Equal(count, order.Count);
        Assert.Equal(new RunOutcome.Completed(), host.Run(static _ => false));
    }

    [Fact]
    public void Another_class_than_the_two_is_an_error()
    {
        var error = Hosting
            .AkkaHostEntry.Entry.Start(Jobs.Start(Jobs.Small, "akka.actoril.class = \"both\""))
            .Match<Error?>(static _ => null, static error => error);
        Assert.Contains("both", error!.ToString(), StringComparison.Ordinal);
    }
}
