using ActorIL.Actors.Hosts;
using ActorIL.Akka.Ordered;
using ActorIL.Core.Prelude;
using ActorIL.Hosting;
using ActorIL.Training;
using Akka.Actor;

namespace ActorIL.Akka.Tests;

/// <summary>Akka executes the steps; the run is the same as in any other host.</summary>
public sealed class OrderedHostTests
{
    [Fact]
    public void A_training_has_the_digest_of_the_other_hosts()
    {
        var plan = Jobs.Small;
        var simulation = new SimulationHost(RunSystem.Root(plan), RunSystem.Settings(plan));
        Assert.Equal(new RunOutcome.Completed(), simulation.Run());
        using var parallel = new ParallelHost(RunSystem.Root(plan), RunSystem.Settings(plan), workerCount: 2);
        parallel.Run();

        var host = Jobs.Akka(Jobs.Start(plan));
        using var end = (IDisposable)host;
        Assert.Equal(new RunOutcome.Completed(), host.Run(static _ => false));

        Assert.Equal(simulation.Chain, host.Chain);
        Assert.Equal(parallel.Chain, host.Chain);
        Assert.Equal(
            RunSystem.Report(plan, simulation).Require().ResultDigest,
            RunSystem.Report(plan, host).Require().ResultDigest
        );
    }

    [Fact]
    public async Task Actors_have_their_paths_in_akka()
    {
        var host = (OrderedHost)Jobs.Akka(Jobs.Start(Jobs.Small));
        using (host)
        {
            host.Run(static progress => progress.Tick > 200);
            var learner = await host
                .System.ActorSelection("/user/run/learner/collector")
                .ResolveOne(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
            Assert.Equal("/user/run/learner/collector", learner.Path.ToStringWithoutAddress());
        }
    }

    [Fact]
    public void A_run_goes_on_in_akka_from_where_it_stood_in_the_simulation()
    {
        var plan = Jobs.Small;
        var whole = new SimulationHost(RunSystem.Root(plan), RunSystem.Settings(plan));
        whole.Run(static progress => progress.Tick > 300);
        var snapshot = whole.Capture().Require();
        whole.Run();

        var host = Jobs.Akka(Jobs.Start(plan) with { Snapshot = snapshot });
        using var end = (IDisposable)host;
        host.Run(static _ => false);

        Assert.Equal(whole.Chain, host.Chain);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_actor_that_somebody_kills_ends_the_run_and_is_named(bool isPoison)
    {
        var host = (OrderedHost)Jobs.Akka(Jobs.Start(Jobs.Small, "akka.loglevel = OFF"));
        using (host)
        {
            host.Run(static progress => progress.Tick > 200);
            host.System.ActorSelection("/user/run/learner")
                .Tell(isPoison ? PoisonPill.Instance : Kill.Instance, ActorRefs.NoSender);
            var outcome = Assert.IsType<RunOutcome.Faulted>(host.Run(static _ => false));
            Assert.Contains("/run/learner", outcome.Error.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Stopping_between_rounds_leaves_a_run_that_goes_on()
    {
        var plan = Jobs.Small;
        var host = Jobs.Akka(Jobs.Start(plan));
        Assert.Equal(new RunOutcome.Interrupted(), host.Run(static progress => progress.Tick > 200));
        var snapshot = host.Capture().Require();
        ((IDisposable)host).Dispose();

        var other = new SimulationHost(RunSystem.Root(plan), RunSystem.Settings(plan));
        other.Run();
        var resumed = SimulationHost.Restore(RunSystem.Root(plan), RunSystem.Settings(plan), snapshot).Require();
        resumed.Run();
        Assert.Equal(other.Chain, resumed.Chain);
    }

    [Fact]
    public void Settings_that_akka_cannot_read_are_an_error()
    {
        var start = Jobs.Start(Jobs.Small, "akka.loglevel = [\nactoril.seed = 1");
        var error = Hosting.AkkaHostEntry.Entry.Start(start).Match<Error?>(static _ => null, static error => error);
        Assert.Contains("akka", error!.ToString(), StringComparison.Ordinal);
    }
}
