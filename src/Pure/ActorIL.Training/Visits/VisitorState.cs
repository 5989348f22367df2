using ActorIL.Core.Fields;
using ActorIL.Training.Outside;

namespace ActorIL.Training.Visits;

/// <summary>What a visitor keeps: which episode is next.</summary>
/// <param name="EpisodeCount">Episodes so far.</param>
internal sealed record VisitorState(long EpisodeCount) : IFields<VisitorState>
{
    /// <summary>Work of an environment in another process; null where none was begun.</summary>
    public PendingWorks<VisitorMessage.Visit>? Outside { get; init; }

    public static TypeName Name => new("visitor-state", 1);

    public static VisitorState Fields<TVisitor>(scoped ref TVisitor visitor, VisitorState? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var episodeCount = value?.EpisodeCount ?? 0L;
        var outside = value?.Outside;
        visitor.Field(1, "episode_count", ref episodeCount);
        visitor.Record(2, "outside", ref outside);
        return TVisitor.Rebuilds ? new(episodeCount) { Outside = outside } : value!;
    }
}
