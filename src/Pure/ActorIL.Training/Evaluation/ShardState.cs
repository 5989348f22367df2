using ActorIL.Core.Fields;
using ActorIL.Training.Outside;

namespace ActorIL.Training.Evaluation;

/// <summary>What a shard remembers.</summary>
/// <param name="EpisodeCount">Episodes run so far.</param>
internal sealed record ShardState(long EpisodeCount) : IFields<ShardState>
{
    /// <summary>Work of an environment in another process; null where none was begun.</summary>
    public PendingWorks<ShardMessage.Run>? Outside { get; init; }

    public static TypeName Name => new("shard-state", 1);

    public static ShardState Fields<TVisitor>(scoped ref TVisitor visitor, ShardState? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var episodeCount = value?.EpisodeCount ?? 0L;
        var outside = value?.Outside;
        visitor.Field(1, "episode_count", ref episodeCount);
        visitor.Record(2, "outside", ref outside);
        return TVisitor.Rebuilds ? new(episodeCount) { Outside = outside } : value!;
    }
}
