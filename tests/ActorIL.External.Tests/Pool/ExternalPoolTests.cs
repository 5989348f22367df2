using ActorIL.Actors.Addressing;
using ActorIL.Actors.Effects;
using ActorIL.Core.Prelude;
using ActorIL.Core.Spaces;
using ActorIL.Environments;
using ActorIL.Environments.Outside;
using ActorIL.External.Pool;

namespace ActorIL.External.Tests.Pool;

/// <summary>Who gets which process, and what becomes of one in which something failed.</summary>
public sealed class ExternalPoolTests
{
    private static readonly ExternalIdentity Identity = new(
        "Still-v0",
        "1",
        new Space.Discrete(2),
        new Space.Discrete(2),
        CanSnapshot: false
    );

    private readonly List<PlannedServer> _servers = [];

    [Fact]
    public void Work_of_one_tick_runs_side_by_side_as_far_as_there_are_processes()
    {
        using var pool = Pool(2);
        using var meeting = new Barrier(2);
        var waits = Enumerable
            .Range(0, 4)
            .Select(actor =>
                pool.Perform(Work(actor, isLasting: false, () => meeting.SignalAndWait(TimeSpan.FromSeconds(60))))
            )
            .ToArray();
        Assert.All(waits, wait => Assert.Equal(true, Completed(wait())));
        Assert.Equal(2, _servers.Count);
    }

    [Fact]
    public void An_actor_that_goes_on_gets_the_process_it_had()
    {
        using var pool = Pool(3);
        var first = Enumerable.Range(0, 3).Select(actor => Instances(pool, actor)).ToArray();
        Assert.Equal(first, Enumerable.Range(0, 3).Select(actor => Instances(pool, actor)));
    }

    [Fact]
    public void A_process_in_which_something_failed_is_ended_and_the_next_work_gets_a_fresh_one()
    {
        using var pool = Pool(1);
        var failed = pool.Perform(Work(0, isLasting: true, () => throw new ExternalFailureException("It broke.")))();
        Assert.Equal("It broke.", Assert.IsType<ExternalOutcome.Refused>(failed).Reason);
        Assert.True(Assert.Single(_servers).IsDisposed);
        Assert.Equal(1, Completed(pool.Perform(Work(0, isLasting: true, () => 1))()));
        Assert.Equal([true, false], _servers.Select(server => server.IsDisposed));
    }

    [Fact]
    public void A_program_of_another_version_is_named_beside_the_one_the_run_began_with()
    {
        using var pool = new ExternalPool(
            Identity,
            1,
            64,
            () => Result.Success<IExternalServer, Error>(Started(Identity with { Version = "2" }))
        );
        var (problem, isOther) = pool.Prepare();
        Assert.True(isOther);
        Assert.Contains("of version \"2\"", problem!.Found, StringComparison.Ordinal);
        Assert.Contains("of version \"1\"", problem.Wanted, StringComparison.Ordinal);
        Assert.True(Assert.Single(_servers).IsDisposed);
        var refused = Assert.IsType<ExternalOutcome.Refused>(pool.Perform(Work(0, isLasting: false, () => 1))());
        Assert.StartsWith("Still-v0, ", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_is_started_early_is_used()
    {
        using var pool = Pool(2);
        Assert.Equal((null, false), pool.Prepare());
        Assert.Equal(1, Completed(pool.Perform(Work(0, isLasting: false, () => 1))()));
        Assert.Single(_servers);
    }

    [Fact]
    public void At_the_end_every_process_is_ended_and_nothing_is_started()
    {
        var pool = Pool(2);
        _ = pool.Perform(Work(0, isLasting: true, () => 1))();
        pool.Dispose();
        Assert.All(_servers, server => Assert.True(server.IsDisposed));
        Assert.IsType<ExternalOutcome.Refused>(pool.Perform(Work(0, isLasting: true, () => 1))());
        Assert.Single(_servers);
    }

    private static object Completed(ExternalOutcome outcome) => Assert.IsType<ExternalOutcome.Completed>(outcome).Value;

    private static PlannedWork Work(int actor, bool isLasting, Func<object> does) =>
        new(Entry, ActorOf(actor), isLasting, _ => does());

    private static EnvironmentEntry Entry => new(ExternalModules.Of(Identity));

    private static ActorId ActorOf(int number) => ActorId.Root("run").Child($"actor-{number}");

    /// <summary>What a lasting actor is given to step.</summary>
    private static object Instances(ExternalPool pool, int actor) =>
        Completed(
            pool.Perform(
                new PlannedWork(
                    Entry,
                    ActorOf(actor),
                    IsLasting: true,
                    static connected =>
                        (
                            (ActorIL.Core.Contracts.EnvironmentModule<
                                ExternalEnvironment,
                                ExternalParams,
                                ExternalState
                            >)
                                connected.Module
                        )
                            .Parameters
                            .Instances!
                )
            )()
        );

    private ExternalPool Pool(int processCountMax) =>
        new(Identity, processCountMax, 64, () => Result.Success<IExternalServer, Error>(Started(Identity)));

    private PlannedServer Started(ExternalIdentity identity)
    {
        var server = new PlannedServer(identity);
        lock (_servers)
        {
            _servers.Add(server);
        }

        return server;
    }
}
