using System.Diagnostics;
using System.Globalization;
using ActorIL.Actors.Execution;
using ActorIL.Core.Mathematics;
using ActorIL.Core.Prelude;

namespace ActorIL.Hosting;

/// <summary>
/// One worker thread. It looks out for work a little while, then sleeps until woken; where there are more threads than
/// processors it sleeps at once.
/// </summary>
internal sealed class CrewMember : IDisposable
{
    private const double SpinMicroseconds = 50;
    private readonly RoundCrew _crew;
    private readonly RoundTicket _ticket;
    private readonly CrewForks _forks;
    private readonly StepWorker _worker;
    private readonly SemaphoreSlim _wake = new(0);
    private readonly Thread _thread;
    private readonly TimeSpan _spin;
    private int _isAsleep;
    private volatile bool _isOver;

    public CrewMember(RoundCrew crew, RoundTicket ticket, CrewForks forks, StepWorker worker, int index, bool maySpin)
    {
        (_crew, _ticket, _forks, _worker) = (crew, ticket, forks, worker);
        _spin = TimeSpan.FromMicroseconds(maySpin ? SpinMicroseconds : 0);
        var name = string.Create(CultureInfo.InvariantCulture, $"actor worker {index}");
        _thread = new(Live) { IsBackground = true, Name = name };
        _thread.Start();
    }

    private bool HasWork => _ticket.HasShares || _forks.HasParts;

    /// <summary>Wakes the thread if it sleeps.</summary>
    public void Wake()
    {
        if (Volatile.Read(ref _isAsleep) == 1 && Interlocked.Exchange(ref _isAsleep, 0) == 1)
        {
            _wake.Release();
        }
    }

    public void Dispose()
    {
        _isOver = true;
        Wake();
        _thread.Join();
        _wake.Dispose();
    }

    private void Live()
    {
        FloatingPointProbe.Check().Require();
        while (!_isOver)
        {
            if (_ticket.TryTake(out var share))
            {
                _crew.RunShare(share, _worker);
            }
            else if (!_forks.TryHelp())
            {
                Wait();
            }
        }
    }

    private void Wait()
    {
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < _spin)
        {
            if (HasWork || _isOver)
            {
                return;
            }

            Thread.SpinWait(iterations: 3);
        }

        // Announce the sleep before looking once more, so that a share issued in between is seen by one side.
        Interlocked.Exchange(ref _isAsleep, 1);
        if (!HasWork && !_isOver)
        {
            _wake.Wait();
        }
        else if (Interlocked.Exchange(ref _isAsleep, 0) == 0)
        {
            // Whoever took the mark has released the semaphore, or is about to.
            _wake.Wait();
        }
    }
}
