using ActorIL.Actors.Effects;
using ActorIL.Actors.Ordering;

namespace ActorIL.Actors.Execution;

/// <summary>Timers in the commit of a round.</summary>
internal static class Timers
{
    /// <summary>Sets a timer; what an earlier one of its key has sent is void from now on.</summary>
    public static void Set(ActorSystem system, ActorCell cell, in Effect effect, long cause)
    {
        Cancel(cell, effect.Tag);
        var timer = new ActorTimer(effect.Tag, cell.NumberNext++, effect.Number, effect.Body!);
        cell.Timers.Add(timer);
        system.SendFrom(cell, cell.Id, EnvelopeKind.Timer, timer.Generation, cause, effect.DelayTicks);
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
    public static void Repeat(ActorSystem system, ActorCell cell, long generation, long cause)
    {
        foreach (var timer in cell.Timers)
        {
            if (timer.Generation == generation && timer.PeriodTicks > 0)
            {
                system.SendFrom(cell, cell.Id, EnvelopeKind.Timer, generation, cause, timer.PeriodTicks);
                return;
            }
        }
    }
}
