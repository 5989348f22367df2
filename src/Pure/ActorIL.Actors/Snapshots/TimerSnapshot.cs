using System.Collections.Immutable;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Snapshots;

/// <summary>A timer that is set.</summary>
/// <param name="Key">The behaviour's name for it.</param>
/// <param name="Generation">Tells it from an earlier timer of the same key.</param>
/// <param name="PeriodTicks">Ticks between firings; 0 to fire once.</param>
/// <param name="Message">Canonical bytes of what it sends.</param>
public sealed record TimerSnapshot(int Key, long Generation, long PeriodTicks, ImmutableArray<byte> Message)
    : IFields<TimerSnapshot>
{
    public static TypeName Name => new("actoril.timer", 1);

    public static TimerSnapshot Fields<TVisitor>(scoped ref TVisitor visitor, TimerSnapshot? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var key = value?.Key ?? 0;
        var generation = value?.Generation ?? 0L;
        var periodTicks = value?.PeriodTicks ?? 0L;
        var message = value?.Message ?? [];
        visitor.Field(1, "key", ref key);
        visitor.Field(2, "generation", ref generation);
        visitor.Field(3, "period_ticks", ref periodTicks);
        visitor.Field(4, "message", ref message);
        return TVisitor.Rebuilds ? new(key, generation, periodTicks, message) : value!;
    }
}
