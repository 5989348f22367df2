using System.Collections.Immutable;
using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Randomness;
using ActorIL.Environments.Stepping;
using ActorIL.Reports.Content;
using ActorIL.Reports.Sketches;

namespace ActorIL.Reports.Rollouts;

/// <summary>Drives evaluation episodes once more, for the view from above.</summary>
public static class TrackRecording
{
    /// <summary>Episodes that are driven.</summary>
    public const int EpisodeCount = 200;

    private const int PathCountMax = 8;
    private const int PathPointCountMax = 200;
    private const int FallCountMax = 36;

    /// <summary>The first evaluation episodes of a stage.</summary>
    /// <param name="stage">Its name.</param>
    /// <param name="group">Its kind.</param>
    /// <param name="environment">Where.</param>
    /// <param name="policy">Who drives.</param>
    /// <param name="seed">The seed of the evaluation.</param>
    /// <param name="sketch">How places are drawn.</param>
    /// <exception cref="EnvironmentFailureException">The environment failed.</exception>
    public static TrackFacts Of(
        string stage,
        StageGroup group,
        EnvironmentModule environment,
        IPolicy policy,
        ulong seed,
        ITrackSketch sketch
    )
    {
        var budget = new EpisodeBudget(FirstEpisode: 0, EpisodeCount) { StepCountMax = Rollout.StepCountMax };
        var episodes = EpisodeRunner.Record(environment, policy, budget, new RngKey(seed));
        var outcomes = EpisodeRunner.Run(environment, policy, budget, new RngKey(seed)).Outcomes;
        var falls = episodes
            .Select((episode, index) => Fall(episode, outcomes.IsEmpty ? null : (Outcome)outcomes[index]))
            .Zip(episodes)
            .Where(pair => pair.First >= 0)
            .Select(pair => sketch.Place(Observation(pair.Second, pair.First)))
            .ToImmutableArray();
        return new(
            stage,
            group,
            [.. episodes.Take(PathCountMax).Select(episode => Path(episode, sketch))],
            [.. falls.Take(FallCountMax)],
            falls.Length,
            EpisodeCount,
            IsJudged: !outcomes.IsEmpty
        );
    }

    /// <summary>
    /// The moment of an episode's fall; below 0 for none. Where nobody judges, a step that costs is outside the lane.
    /// </summary>
    private static int Fall(Trajectory episode, Outcome? outcome) =>
        outcome is { } judged ? (judged == Outcome.Failure ? episode.StepCount : -1)
        : episode.Rewards.AsSpan().IndexOfAnyExceptInRange(0, float.MaxValue) is var step and >= 0 ? step + 1
        : -1;

    private static ImmutableArray<SketchPoint> Path(Trajectory episode, ITrackSketch sketch) =>
        [
            .. Scene
                .Moments(episode.StepCount + 1, 1 + (episode.StepCount / PathPointCountMax))
                .Select(moment => sketch.Place(Observation(episode, moment))),
        ];

    private static ReadOnlySpan<float> Observation(Trajectory episode, int moment) =>
        episode.Observations.AsSpan().Slice(moment * episode.ObservationSize, episode.ObservationSize);
}
