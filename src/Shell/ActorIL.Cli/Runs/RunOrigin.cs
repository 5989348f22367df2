using ActorIL.Actors.Snapshots;

namespace ActorIL.Cli.Runs;

/// <summary>Where a run takes up its work.</summary>
/// <param name="Snapshot">All it was between two rounds; null for a run that starts at its beginning.</param>
/// <param name="Fork">How it was before, where it goes on otherwise from here; null where it does not.</param>
internal sealed record RunOrigin(SystemSnapshot? Snapshot, ForkOrigin? Fork)
{
    /// <summary>The beginning.</summary>
    public static RunOrigin Start { get; } = new(Snapshot: null, Fork: null);
}
