using System.Collections.Immutable;
using ActorIL.Reports.Sketches;

namespace ActorIL.Reports.Rollouts;

/// <summary>The episodes of a report.</summary>
/// <param name="Rollouts">From one start state; empty where no policy could act.</param>
/// <param name="Sketch">How they are drawn; null for curves of what was seen.</param>
/// <param name="Text">What they are, or why there are none.</param>
public sealed record RolloutFacts(ImmutableArray<Rollout> Rollouts, IEnvironmentSketch? Sketch, string Text)
{
    /// <summary>More episodes, seen from above; empty where there is no track.</summary>
    public ImmutableArray<TrackFacts> Tracks { get; init; } = [];
}
