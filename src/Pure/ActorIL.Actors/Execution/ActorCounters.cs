namespace ActorIL.Actors.Execution;

/// <summary>The counters of an actor that end up in keys or tell its own doings apart.</summary>
internal readonly record struct ActorCounters(long Sequence, long Release, long NumberNext)
{
    /// <summary>The greater of each.</summary>
    public ActorCounters Above(ActorCounters other) =>
        new(
            Math.Max(Sequence, other.Sequence),
            Math.Max(Release, other.Release),
            Math.Max(NumberNext, other.NumberNext)
        );
}
