using ActorIL.Actors.Hosts;

namespace ActorIL.Cli.Signals;

/// <summary>
/// Looks now and then whether a step lasts longer than it may. An endless loop cannot be stopped from inside a process,
/// so whoever is told has to end it.
/// </summary>
internal sealed class Watchdog : IDisposable
{
    // Often enough to be near the limit, and seldom enough to cost nothing.
    private const int LooksPerLimit = 60;
    private static readonly TimeSpan PeriodLeast = TimeSpan.FromMilliseconds(20);
    private readonly StepWatch _watch;
    private readonly TimeSpan _limit;
    private readonly TimeSpan _period;
    private readonly TimeProvider _clock;
    private readonly Action<RunningStep> _bark;
    private readonly ITimer _timer;
    private readonly Lock _lock = new();
    private (long Step, TimeSpan Lasted)[] _seen = [];
    private long _lookedAt;
    private bool _isOver;

    /// <param name="watch">The steps.</param>
    /// <param name="limit">What a step may last, above 0.</param>
    /// <param name="clock">Wall-clock time.</param>
    /// <param name="bark">Is told the first step that lasts longer, once, on another thread.</param>
    public Watchdog(StepWatch watch, TimeSpan limit, TimeProvider clock, Action<RunningStep> bark)
    {
        (_watch, _limit, _clock, _bark) = (watch, limit, clock, bark);
        _period = limit / LooksPerLimit > PeriodLeast ? limit / LooksPerLimit : PeriodLeast;
        _lookedAt = clock.GetTimestamp();
        _timer = clock.CreateTimer(_ => Look(), state: null, _period, _period);
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isOver = true;
        }

        _timer.Dispose();
    }

    /// <summary>What happens at every tick of the timer.</summary>
    internal void Look()
    {
        lock (_lock)
        {
            if (!_isOver && Overdue() is { } step)
            {
                _isOver = true;
                _bark(step);
            }
        }
    }

    private RunningStep? Overdue()
    {
        var passed = Passed();
        Array.Resize(ref _seen, _watch.WorkerCount);
        for (var worker = 0; worker < _seen.Length; worker++)
        {
            var step = _watch.StepNumber(worker);
            var goesOn = step != StepWatch.None && step == _seen[worker].Step;
            _seen[worker] = (step, goesOn ? _seen[worker].Lasted + passed : TimeSpan.Zero);
            if (_seen[worker].Lasted >= _limit && _watch.Describe(worker) is { } overdue)
            {
                return overdue;
            }
        }

        return null;
    }

    // A process that was stopped meanwhile, or a machine that slept, has not worked all that time.
    private TimeSpan Passed()
    {
        var (now, before) = (_clock.GetTimestamp(), _lookedAt);
        _lookedAt = now;
        var passed = _clock.GetElapsedTime(before, now);
        return passed < 2 * _period ? passed : 2 * _period;
    }
}
