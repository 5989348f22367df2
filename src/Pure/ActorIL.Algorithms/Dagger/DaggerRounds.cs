using System.Collections.Immutable;

namespace ActorIL.Algorithms.Dagger;

/// <summary>The rounds of a plan.</summary>
public static class DaggerRounds
{
    /// <summary>How many rounds there are.</summary>
    public static int Count(RoundPlan plan) =>
        plan.Match(byLabels: labels => Sizes(labels).Length, byEpisodes: episodes => episodes.RoundCount);

    /// <summary>Whether the student of a round is validated.</summary>
    /// <param name="config">The interval of validations.</param>
    /// <param name="round">Zero-based.</param>
    public static bool IsValidated(DaggerConfig config, int round) =>
        (round + 1) % config.ValidationIntervalRounds == 0 || round + 1 == Count(config.Rounds);

    /// <summary>Labels of each round, in order; cut where a reported label count would be stepped over.</summary>
    public static ImmutableArray<int> Sizes(RoundPlan.ByLabels config)
    {
        var sizes = ImmutableArray.CreateBuilder<int>();
        var labelCount = 0;
        foreach (var milestone in config.LabelCounts)
        {
            while (labelCount < milestone)
            {
                var size = labelCount < config.LateFrom ? config.LabelsPerRound : config.LateLabelsPerRound;
                size = Math.Min(size, milestone - labelCount);
                sizes.Add(size);
                labelCount += size;
            }
        }

        return sizes.ToImmutable();
    }
}
