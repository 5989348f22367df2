using ActorIL.Core.Fields;

namespace ActorIL.Training.Visits;

/// <summary>What a visitor keeps: which episode is next.</summary>
/// <param name="EpisodeCount">Episodes so far.</param>
public sealed record VisitorState(long EpisodeCount) : IFields<VisitorState>
{
    public static TypeName Name => new("visitor-state", 1);

    public static VisitorState Fields<TVisitor>(scoped ref TVisitor visitor, VisitorState? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var episodeCount = value?.EpisodeCount ?? 0L;
        visitor.Field(1, "episode_count", ref episodeCount);
        return TVisitor.Rebuilds ? new(episodeCount) : value!;
    }
}
