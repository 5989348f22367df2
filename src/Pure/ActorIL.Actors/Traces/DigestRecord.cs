using System.Collections.Immutable;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Traces;

/// <summary>The states of all actors after a round in which something was learned.</summary>
/// <param name="Boundary">What was learned, such as ppo.update.</param>
/// <param name="Count">Boundaries of the run so far, from 1.</param>
/// <param name="Tick">Virtual time of the round.</param>
/// <param name="Micro">Its place within the tick.</param>
/// <param name="Ordinal">The last delivery of the round.</param>
/// <param name="Chain">The chain value after it.</param>
/// <param name="Actors">Every living actor, by id.</param>
public sealed record DigestRecord(
    string Boundary,
    long Count,
    long Tick,
    int Micro,
    long Ordinal,
    ulong Chain,
    ImmutableArray<ActorDigestRecord> Actors
) : IFields<DigestRecord>
{
    public static TypeName Name => new("actoril.digests", 1);

    public static DigestRecord Fields<TVisitor>(scoped ref TVisitor visitor, DigestRecord? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var boundary = value?.Boundary ?? "";
        var count = value?.Count ?? 0L;
        var tick = value?.Tick ?? 0L;
        var micro = value?.Micro ?? 0;
        var ordinal = value?.Ordinal ?? 0L;
        var chain = value?.Chain ?? 0UL;
        var actors = value?.Actors ?? [];
        visitor.Field(1, "boundary", ref boundary);
        visitor.Field(2, "count", ref count);
        visitor.Field(3, "tick", ref tick);
        visitor.Field(4, "micro", ref micro);
        visitor.Field(5, "ordinal", ref ordinal);
        visitor.Field(6, "chain", ref chain);
        visitor.Records(7, "actors", ref actors);
        return TVisitor.Rebuilds ? new(boundary, count, tick, micro, ordinal, chain, actors) : value!;
    }
}
