using ActorIL.Core.Fields;

namespace ActorIL.Training.Evaluation;

/// <summary>What a shard remembers.</summary>
/// <param name="EpisodeCount">Episodes run so far.</param>
public sealed record ShardState(long EpisodeCount) : IFields<ShardState>
{
    public static TypeName Name => new("shard-state", 1);

    public static ShardState Fields<TVisitor>(scoped ref TVisitor visitor, ShardState? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var episodeCount = value?.EpisodeCount ?? 0L;
        visitor.Field(1, "episode_count", ref episodeCount);
        return TVisitor.Rebuilds ? new(episodeCount) : value!;
    }
}
