using ActorIL.Core.Experience;
using ActorIL.Numerics.Products;

namespace ActorIL.Numerics.Advantages;

/// <summary>Generalised advantage estimation over a rollout of T steps of N environments, time outermost.</summary>
public static class GeneralizedAdvantage
{
    /// <summary>Estimates advantages, backwards in time, and the returns they belong to.</summary>
    /// <param name="settings">γ and λ.</param>
    /// <param name="environmentCount">N, at least 1.</param>
    /// <param name="rewards">r, shape [T, N], in the critic's unit: scaled or normalised already.</param>
    /// <param name="endings">How each step relates to its episode's end, shape [T, N], as <see cref="Ending"/>.</param>
    /// <param name="values">V(s), shape [T, N]: of the observation seen when choosing.</param>
    /// <param name="nextValues">
    /// V(s'), shape [T, N]: of the observation the step returned, which is the final one where the episode was
    /// truncated, never the one after the reset. Ignored where it terminated. See <see cref="FillNextValues"/>.
    /// </param>
    /// <param name="advantages">Written: Â, shape [T, N].</param>
    /// <param name="returns">Written: Â + V(s), shape [T, N].</param>
    /// <exception cref="ArgumentException">The shapes disagree.</exception>
    /// <remarks>
    /// δ = r + γ V(s') (1 - terminated) - V(s); Â = δ + γ λ (1 - ended) Â'. A truncation ends the sum but still
    /// bootstraps, once; the end of the rollout does both by itself. Source: Schulman et al. 2016, arXiv:1506.02438,
    /// eq. 16; 2017, arXiv:1707.06347, eq. 11 and 12. O(T N), allocates nothing.
    /// </remarks>
    public static void Estimate(
        in GeneralizedAdvantageSettings settings,
        int environmentCount,
        ReadOnlySpan<float> rewards,
        ReadOnlySpan<byte> endings,
        ReadOnlySpan<float> values,
        ReadOnlySpan<float> nextValues,
        Span<float> advantages,
        Span<float> returns
    )
    {
        var stepCount = StepCount(rewards.Length, environmentCount);
        SpanShape.Require("rewards", rewards.Length, stepCount, environmentCount);
        SpanShape.Require("endings", endings.Length, stepCount, environmentCount);
        SpanShape.Require("values", values.Length, stepCount, environmentCount);
        SpanShape.Require("next values", nextValues.Length, stepCount, environmentCount);
        SpanShape.Require("advantages", advantages.Length, stepCount, environmentCount);
        SpanShape.Require("returns", returns.Length, stepCount, environmentCount);
        var decay = settings.Discount * settings.Lambda;
        for (var i = rewards.Length - 1; i >= 0; i--)
        {
            var ending = (Ending)endings[i];
            var target = ending == Ending.Terminated
                ? rewards[i]
                : MathF.FusedMultiplyAdd(settings.Discount, nextValues[i], rewards[i]);
            var delta = target - values[i];
            var later = i + environmentCount;
            advantages[i] = ending == Ending.None && later < advantages.Length
                ? MathF.FusedMultiplyAdd(decay, advantages[later], delta)
                : delta;
            returns[i] = advantages[i] + values[i];
        }
    }

    /// <summary>
    /// Puts together V(s') from the values of a rollout, of its final observations and of its last ones.
    /// </summary>
    /// <param name="environmentCount">N, at least 1.</param>
    /// <param name="endings">How each step relates to its episode's end, shape [T, N], as <see cref="Ending"/>.</param>
    /// <param name="values">V(s), shape [T, N].</param>
    /// <param name="finalValues">
    /// V of the final observation of each truncated step, shape [K], in order of time, then environment.
    /// </param>
    /// <param name="lastValues">V of what the next rollout starts from, shape [N].</param>
    /// <param name="nextValues">Written, shape [T, N]; 0 where the step terminated.</param>
    /// <exception cref="ArgumentException">The shapes disagree, or K is not the number of truncated steps.</exception>
    public static void FillNextValues(
        int environmentCount,
        ReadOnlySpan<byte> endings,
        ReadOnlySpan<float> values,
        ReadOnlySpan<float> finalValues,
        ReadOnlySpan<float> lastValues,
        Span<float> nextValues
    )
    {
        var stepCount = StepCount(values.Length, environmentCount);
        SpanShape.Require("values", values.Length, stepCount, environmentCount);
        SpanShape.Require("endings", endings.Length, stepCount, environmentCount);
        SpanShape.Require("last values", lastValues.Length, 1, environmentCount);
        SpanShape.Require("next values", nextValues.Length, stepCount, environmentCount);
        SpanShape.Require("final values", finalValues.Length, 1, endings.Count((byte)Ending.Truncated));
        var truncatedCount = 0;
        for (var i = 0; i < values.Length; i++)
        {
            var later = i + environmentCount;
            nextValues[i] = (Ending)endings[i] switch
            {
                Ending.None => later < values.Length ? values[later] : lastValues[later - values.Length],
                Ending.Terminated => 0f,
                Ending.Truncated => finalValues[truncatedCount++],
            };
        }
    }

    private static int StepCount(int length, int environmentCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(environmentCount, 1);
        return length / environmentCount;
    }
}
