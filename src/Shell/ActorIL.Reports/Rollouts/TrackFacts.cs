using System.Collections.Immutable;
using ActorIL.Reports.Content;
using ActorIL.Reports.Sketches;

namespace ActorIL.Reports.Rollouts;

/// <summary>Episodes of one stage, seen from above.</summary>
/// <param name="Stage">Its name.</param>
/// <param name="Group">Its kind, which decides the colour.</param>
/// <param name="Paths">Where the first episodes went.</param>
/// <param name="Falls">Where the first episodes that failed ended, or were first outside the lane.</param>
/// <param name="FallCount">How many of all did.</param>
/// <param name="EpisodeCount">Episodes in all.</param>
/// <param name="IsJudged">Whether the environment says which episodes failed.</param>
public sealed record TrackFacts(
    string Stage,
    StageGroup Group,
    ImmutableArray<ImmutableArray<SketchPoint>> Paths,
    ImmutableArray<SketchPoint> Falls,
    int FallCount,
    int EpisodeCount,
    bool IsJudged
);
