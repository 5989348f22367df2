using System.Collections.Immutable;
using ActorIL.Algorithms.Aggrevate;
using ActorIL.Algorithms.Dagger;
using ActorIL.Core.Randomness;
using ActorIL.Training.Collection;

namespace ActorIL.Training.Dagger;

/// <summary>Which steps of a visit are labelled after all.</summary>
internal static class RoundLabels
{
    /// <summary>
    /// The visit with fewer steps to be labelled: those drawn where candidates are tried, and no more than are left of
    /// the student's labels, the earliest first.
    /// </summary>
    /// <param name="config">The student's.</param>
    /// <param name="visit">What was visited; unchanged where neither applies.</param>
    /// <param name="labelCount">Labels before.</param>
    /// <param name="key">Source of the draw; the caller has folded its own counter in.</param>
    public static Collected Chosen(DaggerConfig config, Collected visit, int labelCount, RngKey key)
    {
        var chosen = config.Student.Costs is { } costs
            ? visit with
            {
                Labelled = StepDraw.Of(visit.Rollout.Endings, costs.LabelsPerEpisode, key.Fold("labelled steps")),
            }
            : visit;
        return config.LabelCountMax > 0
            ? chosen with
            {
                Labelled = First(chosen.Labelled, config.LabelCountMax - labelCount),
            }
            : chosen;
    }

    private static ImmutableArray<byte> First(ImmutableArray<byte> flags, int countMax)
    {
        var (kept, left) = (new byte[flags.Length], countMax);
        for (var step = 0; step < flags.Length && left > 0; step++)
        {
            kept[step] = flags[step];
            left -= flags[step];
        }

        return [.. kept];
    }
}
