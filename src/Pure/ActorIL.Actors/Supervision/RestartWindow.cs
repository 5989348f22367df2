namespace ActorIL.Actors.Supervision;

/// <summary>Counts the restarts of one child, as Akka does but in virtual time.</summary>
internal sealed class RestartWindow
{
    public int Count { get; private set; }

    /// <summary>When the window opened; −1 before the first restart.</summary>
    public long StartTick { get; private set; } = -1;

    /// <summary>Goes on from where another window stood.</summary>
    public void Set(int count, long startTick) => (Count, StartTick) = (count, startTick);

    /// <summary>Counts one more restart and says whether it is allowed.</summary>
    public bool TryRestart(SupervisionStrategy strategy, long now)
    {
        if (strategy.RestartCountMax < 1)
        {
            return false;
        }

        // A window closes when it has been open too long; the restart that finds it so opens the next.
        var isOpen = StartTick >= 0 && (strategy.WindowTicks == 0 || now - StartTick <= strategy.WindowTicks);
        StartTick = isOpen ? StartTick : now;
        Count = isOpen ? Count + 1 : 1;
        return Count <= strategy.RestartCountMax;
    }
}
