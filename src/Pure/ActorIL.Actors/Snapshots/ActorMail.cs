using System.Collections.Immutable;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Snapshots;

/// <summary>What waits at one actor.</summary>
/// <param name="Held">What arrived while it was suspended.</param>
/// <param name="Stash">What its behaviour put aside.</param>
/// <param name="StashCount">Places of the stash that are taken.</param>
public sealed record ActorMail(
    ImmutableArray<EnvelopeSnapshot> Held,
    ImmutableArray<EnvelopeSnapshot> Stash,
    int StashCount
) : IFields<ActorMail>
{
    public static TypeName Name => new("actoril.actor-mail", 1);

    /// <summary>Nothing at all.</summary>
    internal static ActorMail None { get; } = new([], [], 0);

    public static ActorMail Fields<TVisitor>(scoped ref TVisitor visitor, ActorMail? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var held = value?.Held ?? [];
        var stash = value?.Stash ?? [];
        var stashCount = value?.StashCount ?? 0;
        visitor.Records(1, "held", ref held);
        visitor.Records(2, "stash", ref stash);
        visitor.Field(3, "stash_count", ref stashCount);
        return TVisitor.Rebuilds ? new(held, stash, stashCount) : value!;
    }
}
