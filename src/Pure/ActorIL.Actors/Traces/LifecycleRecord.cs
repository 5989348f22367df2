using ActorIL.Core.Fields;

namespace ActorIL.Actors.Traces;

/// <summary>Something that happened to an actor, outside the order of deliveries.</summary>
/// <param name="Kind">What: started, stopped, failed, ...</param>
/// <param name="Tick">When.</param>
/// <param name="Micro">When within the tick.</param>
/// <param name="Actor">To whom; for a dead letter, whom it was meant for.</param>
/// <param name="Path">The path of that actor.</param>
/// <param name="Detail">Why, in words; empty where the kind says it all.</param>
public sealed record LifecycleRecord(string Kind, long Tick, int Micro, ulong Actor, string Path, string Detail)
    : IFields<LifecycleRecord>
{
    public static TypeName Name => new("actoril.lifecycle", 1);

    /// <summary>Whether it was a fault that a test had planned.</summary>
    public bool IsInjected => Kind is LifecycleRecords.InjectedCrash or LifecycleRecords.InjectedFailure;

    public static LifecycleRecord Fields<TVisitor>(scoped ref TVisitor visitor, LifecycleRecord? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var kind = value?.Kind ?? "";
        var tick = value?.Tick ?? 0L;
        var micro = value?.Micro ?? 0;
        var actor = value?.Actor ?? 0UL;
        var path = value?.Path ?? "";
        var detail = value?.Detail ?? "";
        visitor.Field(1, "kind", ref kind);
        visitor.Field(2, "tick", ref tick);
        visitor.Field(3, "micro", ref micro);
        visitor.Field(4, "actor", ref actor);
        visitor.Field(5, "path", ref path);
        visitor.Field(6, "detail", ref detail);
        return TVisitor.Rebuilds ? new(kind, tick, micro, actor, path, detail) : value!;
    }
}
