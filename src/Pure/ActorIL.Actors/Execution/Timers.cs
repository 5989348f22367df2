using ActorIL.Actors.Effects;
using ActorIL.Actors.Ordering;

namespace ActorIL.Actors.Execution;

/// <summary>Timers in the commit of a round.</summary>
internal static class Timers
{
    /// <summary>Sets a timer; what an earlier one of its key has sent is void from now on.</summary>
    public static void Set(KernelState state, ActorCell cell, in Effect effect, long cause)
    {
        Cancel(cell, effect.Tag);
        var timer = new ActorTimer(effect.Tag, cell.NumberNext++, effect.Number, effect.Body!);
        cell.Timers.Add(timer);
        Send(state, cell, timer.Generation, effect.DelayTicks, cause);
    }

    public static void Cancel(ActorCell cell, int key)
    {
        for (var i = 0; i < cell.Timers.Count; i++)
        {
            if (cell.Timers[i].Key == key)
            {
                cell.Timers.RemoveAt(i);
                return;
            }
        }
    }

    /// <summary>After a firing: a periodic timer is sent again.</summary>
    public static void Repeat(KernelState state, ActorCell cell, long generation, long cause)
    {
        foreach (var timer in cell.Timers)
        {
            if (timer.Generation == generation && timer.PeriodTicks > 0)
            {
                Send(state, cell, generation, timer.PeriodTicks, cause);
                return;
            }
        }
    }

    private static void Send(KernelState state, ActorCell cell, long generation, long delayTicks, long cause) =>
        state.SendFrom(
            cell, new() { To = cell.Id, Kind = EnvelopeKind.Timer, Number = generation, Cause = cause }, delayTicks);
}
