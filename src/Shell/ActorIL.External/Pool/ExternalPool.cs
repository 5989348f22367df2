using ActorIL.Actors.Effects;
using ActorIL.Core.Prelude;
using ActorIL.Environments.Outside;
using ActorIL.Training.Outside;

namespace ActorIL.External.Pool;

/// <summary>
/// Processes that serve one environment to the actors of a run. Work of one tick runs side by side, as far as there are
/// processes; an actor that goes on where it was gets the process it had. A process in which anything failed is ended,
/// so that work that is repeated meets a fresh one. How many there are changes no result.
/// </summary>
/// <param name="identity">What the run knows of the environment.</param>
/// <param name="processCountMax">The most processes, ≥ 1.</param>
/// <param name="exchangeCountMax">The most instances in one exchange, ≥ 1.</param>
/// <param name="start">Starts a process.</param>
public sealed class ExternalPool(
    ExternalIdentity identity,
    int processCountMax,
    int exchangeCountMax,
    Func<Result<IExternalServer, Error>> start
) : IDisposable
{
    private readonly object _gate = new();
    private readonly List<PoolMember> _members = [];
    private readonly SortedDictionary<string, PoolMember> _homes = new(StringComparer.Ordinal);
    private int _startingCount;
    private bool _isDisposed;

    /// <summary>As <see cref="ExternalInterpreter"/> wants it.</summary>
    public Func<ExternalOutcome> Perform(IExternalOperation operation)
    {
        if (operation is not EnvironmentWork work)
        {
            return () => new ExternalOutcome.Refused($"Nobody here does {operation.OperationName}.");
        }

        // Threads of their own: they wait for another process most of the time.
        var task = Task.Factory.StartNew(
            () => Run(work),
            CancellationToken.None,
            TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach,
            TaskScheduler.Default
        );
        return () => OutcomeOf(task);
    }

    /// <summary>Starts a process before there is work for it.</summary>
    /// <returns>
    /// Nothing, or why there is none; and whether that is because it serves another environment than the run's.
    /// </returns>
    public (Error? Problem, bool IsOther) Prepare()
    {
        lock (_gate)
        {
            _startingCount++;
        }

        var (problem, isOther) = Start()
            .Match<(Error?, bool)>(
                member =>
                {
                    Return(member);
                    return (null, false);
                },
                error => (error, error.Where == identity.Id)
            );
        return (problem, isOther);
    }

    /// <summary>Ends every process, also one that works.</summary>
    public void Dispose()
    {
        PoolMember[] members;
        lock (_gate)
        {
            _isDisposed = true;
            members = [.. _members];
            _members.Clear();
            _homes.Clear();
            Monitor.PulseAll(_gate);
        }

        foreach (var member in members)
        {
            member.Server.Dispose();
        }
    }

    /// <summary>Waits; what was thrown is why the work could not be done.</summary>
    private static ExternalOutcome OutcomeOf(Task<object> task)
    {
        _ = Task.WaitAny(task);
        return task.Exception is { InnerException: { } failure and not OutOfMemoryException }
            ? new ExternalOutcome.Refused(failure.Message)
            : new ExternalOutcome.Completed(task.GetAwaiter().GetResult());
    }

    private object Run(EnvironmentWork work)
    {
        var holder = work.Actor.ToString();
        var member = Lease(holder, work.GoesOn);
        object? result = null;
        try
        {
            member.Instances.Begin(holder);
            result = work.Run(work.Environment.Connected(member.Instances));
            member.Instances.End(work.GoesOn);
            return result;
        }
        finally
        {
            if (result is null)
            {
                Discard(member);
            }
            else
            {
                Return(member);
            }
        }
    }

    /// <summary>A process for this actor alone, until it is given back.</summary>
    private PoolMember Lease(string holder, bool goesOn)
    {
        lock (_gate)
        {
            while (true)
            {
                if (_isDisposed)
                {
                    throw new ExternalFailureException($"{identity.Id}: the run is over.");
                }

                var home = _homes.GetValueOrDefault(holder);
                if ((home ?? Idle()) is { IsBusy: false } member)
                {
                    member.IsBusy = true;
                    return Home(holder, goesOn, member);
                }

                if (home is null && _members.Count + _startingCount < processCountMax)
                {
                    _startingCount++;
                    break;
                }

                Monitor.Wait(_gate);
            }
        }

        var started = Start()
            .Match(static member => member, error => throw new ExternalFailureException($"{identity.Id}, {error}"));
        lock (_gate)
        {
            return Home(holder, goesOn, started);
        }
    }

    private PoolMember Home(string holder, bool goesOn, PoolMember member)
    {
        if (goesOn)
        {
            _homes[holder] = member;
        }

        return member;
    }

    /// <summary>One that nobody uses, best one that nobody will come back to.</summary>
    private PoolMember? Idle() =>
        _members.Where(static member => !member.IsBusy).MinBy(member => _homes.Values.Count(home => home == member));

    /// <summary>Starts one that was counted before, busy.</summary>
    private Result<PoolMember, Error> Start()
    {
        var started = start().Then(server => KnownServer.Of(identity, server)).Map(Joined);
        lock (_gate)
        {
            _startingCount--;
            started.Match(
                member =>
                {
                    _members.Add(member);
                    return true;
                },
                static _ => false
            );
            Monitor.PulseAll(_gate);
        }

        return started;
    }

    private PoolMember Joined(IExternalServer server) =>
        new(server, new ExternalInstances(identity, server.Exchange, exchangeCountMax, server.InstanceCountMax));

    private void Return(PoolMember member)
    {
        lock (_gate)
        {
            member.IsBusy = false;
            Monitor.PulseAll(_gate);
        }
    }

    private void Discard(PoolMember member)
    {
        lock (_gate)
        {
            _members.Remove(member);
            foreach (var (holder, _) in _homes.Where(home => home.Value == member).ToArray())
            {
                _homes.Remove(holder);
            }

            Monitor.PulseAll(_gate);
        }

        member.Server.Dispose();
    }
}
