using ActorIL.Core.Fields;
using ActorIL.Environments.Stepping;

namespace ActorIL.Training.Collection;

/// <summary>What the collector knows of one block.</summary>
/// <param name="Ready">Whether it has started.</param>
/// <param name="States">Where it stood after its last chunk, to resume it from; null before the first.</param>
/// <param name="Answered">The last request it answered; 0 for none.</param>
internal sealed record BlockSlot(bool Ready, VectorSnapshot? States, long Answered) : IFields<BlockSlot>
{
    public static TypeName Name => new("block-slot", 1);

    public static BlockSlot Fields<TVisitor>(scoped ref TVisitor visitor, BlockSlot? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var ready = value?.Ready ?? false;
        var states = value?.States;
        var answered = value?.Answered ?? 0;
        visitor.Field(1, "ready", ref ready);
        visitor.Record(2, "states", ref states);
        visitor.Field(3, "answered", ref answered);
        return TVisitor.Rebuilds ? new(ready, states, answered) : value!;
    }
}
