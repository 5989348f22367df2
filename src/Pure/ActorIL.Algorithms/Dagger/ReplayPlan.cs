namespace ActorIL.Algorithms.Dagger;

/// <summary>What a student keeps of what was labelled.</summary>
/// <param name="CapacityMax">Most rows; the oldest episodes go first. 0 for everything.</param>
/// <param name="EmptiedEveryEpisodes">Episodes after which everything kept is dropped; 0 for never.</param>
public sealed record ReplayPlan(int CapacityMax, int EmptiedEveryEpisodes)
{
    /// <summary>DAgger's aggregate.</summary>
    public static ReplayPlan Everything { get; } = new(CapacityMax: 0, EmptiedEveryEpisodes: 0);
}
