using System.Collections.Immutable;
using ActorIL.Core.Experience;
using ActorIL.Core.Randomness;

namespace ActorIL.Algorithms.Aggrevate;

/// <summary>Which steps of episodes are labelled.</summary>
public static class StepDraw
{
    /// <summary>
    /// So many steps of each episode, uniform among all of it without replacement; all of one that has no more.
    /// </summary>
    /// <param name="endings">
    /// Whole episodes one after the other, as <see cref="Ending"/>, shape [n]; the last one ends.
    /// </param>
    /// <param name="countMax">Most steps of an episode, ≥ 1.</param>
    /// <param name="key">Source; the index of the episode is folded in.</param>
    /// <returns>1 where a step is drawn, else 0, shape [n].</returns>
    public static ImmutableArray<byte> Of(ImmutableArray<byte> endings, int countMax, RngKey key)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(countMax);
        var drawn = new byte[endings.Length];
        var (first, episode) = (0, 0UL);
        for (var step = 0; step < endings.Length; step++)
        {
            if (endings[step] == (byte)Ending.None)
            {
                continue;
            }

            var order = new int[step + 1 - first];
            Draw.Permutation(key.Fold(episode++), order);
            foreach (var chosen in order.AsSpan(0, Math.Min(countMax, order.Length)))
            {
                drawn[first + chosen] = 1;
            }

            first = step + 1;
        }

        return [.. drawn];
    }
}
