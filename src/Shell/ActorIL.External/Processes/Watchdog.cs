using System.Diagnostics;

namespace ActorIL.External.Processes;

/// <summary>
/// Acts when a wait takes too long. It has a thread of its own: timers run on the pool, and the pool's threads may all
/// be waiting for programs.
/// </summary>
internal sealed class Watchdog : IDisposable
{
    private const long Idle = 0;
    private const long Fired = -1;
    private const int StackLength = 1 << 18;

    private readonly Action _expire;
    private readonly TimeSpan _period;
    private readonly ManualResetEventSlim _stopped = new();
    private readonly Thread _thread;
    private long _deadline;

    /// <param name="expire">What is done, on the thread of the watchdog.</param>
    /// <param name="period">How often it looks, &gt; 0.</param>
    public Watchdog(Action expire, TimeSpan period)
    {
        (_expire, _period) = (expire, period);
        _thread = new(Watch, StackLength) { IsBackground = true, Name = "external-watchdog" };
        _thread.Start();
    }

    /// <summary>A wait begins.</summary>
    /// <param name="seconds">How long it may take, &gt; 0.</param>
    public void Begin(double seconds) =>
        Volatile.Write(ref _deadline, Stopwatch.GetTimestamp() + (long)(seconds * Stopwatch.Frequency));

    /// <summary>The wait is over.</summary>
    /// <returns>Whether it took too long.</returns>
    public bool End() => Interlocked.Exchange(ref _deadline, Idle) == Fired;

    /// <summary>Whether a wait that took too long is not over yet, waited for so long.</summary>
    public bool IsStillWaiting(TimeSpan patience) =>
        !SpinWait.SpinUntil(() => Volatile.Read(ref _deadline) != Fired, patience);

    public void Dispose()
    {
        _stopped.Set();
        if (Environment.CurrentManagedThreadId != _thread.ManagedThreadId)
        {
            _thread.Join();
        }

        _stopped.Dispose();
    }

    private void Watch()
    {
        while (!_stopped.Wait(_period))
        {
            var deadline = Volatile.Read(ref _deadline);
            if (
                deadline > 0
                && Stopwatch.GetTimestamp() > deadline
                && Interlocked.CompareExchange(ref _deadline, Fired, deadline) == deadline
            )
            {
                _expire();
            }
        }
    }
}
