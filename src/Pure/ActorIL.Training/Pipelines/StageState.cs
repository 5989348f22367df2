using System.Collections.Immutable;
using ActorIL.Core.Fields;

namespace ActorIL.Training.Pipelines;

/// <summary>The state of one stage of a pipeline, whatever its type: an actor keeps it in its own.</summary>
/// <param name="Stage">The stage's name.</param>
/// <param name="Bytes">The state's canonical bytes.</param>
public sealed record StageState(string Stage, ImmutableArray<byte> Bytes) : IFields<StageState>
{
    public static TypeName Name => new("stage-state", 1);

    public static StageState Fields<TVisitor>(scoped ref TVisitor visitor, StageState? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var stage = value?.Stage ?? "";
        var bytes = value?.Bytes ?? [];
        visitor.Field(1, "stage", ref stage);
        visitor.Field(2, "bytes", ref bytes);
        return TVisitor.Rebuilds ? new(stage, bytes) : value!;
    }
}
