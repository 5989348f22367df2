using ActorIL.Core.Fields;

namespace ActorIL.Actors.Snapshots;

/// <summary>Counters and flags of one actor.</summary>
/// <param name="Sequence">Counts what it has sent.</param>
/// <param name="Release">Counts what was released to it.</param>
/// <param name="NumberNext">The number of its next ask, operation, watch or timer.</param>
/// <param name="FailureNumber">Counts its failures.</param>
/// <param name="StartNumber">Counts its starts.</param>
/// <param name="IsFailed">Whether it has failed and waits for a directive.</param>
/// <param name="IsEscalated">Whether that failure was passed on.</param>
/// <param name="IsSuspended">Whether it or one above it has failed.</param>
/// <param name="RestartCount">Restarts in the window that is open.</param>
/// <param name="RestartStartTick">When that window opened; −1 for never.</param>
public sealed record ActorCondition(
    long Sequence,
    long Release,
    long NumberNext,
    long FailureNumber,
    long StartNumber,
    bool IsFailed,
    bool IsEscalated,
    bool IsSuspended,
    int RestartCount,
    long RestartStartTick
) : IFields<ActorCondition>
{
    public static TypeName Name => new("actoril.actor-condition", 1);

    /// <summary>Nothing at all.</summary>
    internal static ActorCondition None { get; } = new(0, 0, 0, 0, 0, false, false, false, 0, -1);

    public static ActorCondition Fields<TVisitor>(scoped ref TVisitor visitor, ActorCondition? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var sequence = value?.Sequence ?? 0L;
        var release = value?.Release ?? 0L;
        var numberNext = value?.NumberNext ?? 0L;
        var failureNumber = value?.FailureNumber ?? 0L;
        var startNumber = value?.StartNumber ?? 0L;
        var isFailed = value?.IsFailed ?? false;
        var isEscalated = value?.IsEscalated ?? false;
        var isSuspended = value?.IsSuspended ?? false;
        var restartCount = value?.RestartCount ?? 0;
        var restartStartTick = value?.RestartStartTick ?? 0L;
        visitor.Field(1, "sequence", ref sequence);
        visitor.Field(2, "release", ref release);
        visitor.Field(3, "number_next", ref numberNext);
        visitor.Field(4, "failure_number", ref failureNumber);
        visitor.Field(5, "start_number", ref startNumber);
        visitor.Field(6, "is_failed", ref isFailed);
        visitor.Field(7, "is_escalated", ref isEscalated);
        visitor.Field(8, "is_suspended", ref isSuspended);
        visitor.Field(9, "restart_count", ref restartCount);
        visitor.Field(10, "restart_start_tick", ref restartStartTick);
        return TVisitor.Rebuilds
            ? new(
                sequence,
                release,
                numberNext,
                failureNumber,
                startNumber,
                isFailed,
                isEscalated,
                isSuspended,
                restartCount,
                restartStartTick
            )
            : value!;
    }
}
