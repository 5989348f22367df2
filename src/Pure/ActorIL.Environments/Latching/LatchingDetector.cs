using ActorIL.Core.Experience;
using ActorIL.Core.Spaces;

namespace ActorIL.Environments.Latching;

/// <summary>
/// Finds the failure of a policy that has learned to copy its previous action: where the action before predicts the
/// label nearly always, copying it costs next to nothing in training and everything when driving.
/// </summary>
/// <remarks>Source: de Haan, Jayaraman and Levine, "Causal confusion in imitation learning", NeurIPS 2019.</remarks>
internal static class LatchingDetector
{
    /// <summary>What there is to count in an episode.</summary>
    /// <param name="rule">What is the same, what contradicts, and for how long.</param>
    /// <param name="space">Of the actions.</param>
    /// <param name="actions">What the policy did, shape [steps, action size].</param>
    /// <param name="labels">What its expert would have done in the same states, shape [steps, action size].</param>
    /// <exception cref="ArgumentException">The shapes disagree.</exception>
    public static EpisodeLatching Of(
        LatchingRule rule,
        Space space,
        ReadOnlySpan<float> actions,
        ReadOnlySpan<float> labels
    )
    {
        var size = space.Size;
        var stepCount = actions.Length / size;
        Shape.Require("actions", actions.Length, stepCount, size);
        Shape.Require("labels", labels.Length, stepCount, size);
        var (repeats, expertRepeats, held, longest) = (0, 0, 0, 0);
        for (var step = 1; step < stepCount; step++)
        {
            var before = actions.Slice((step - 1) * size, size);
            var action = actions.Slice(step * size, size);
            var label = labels.Slice(step * size, size);
            var isRepeat = rule.IsSame(space, before, action);
            repeats += isRepeat ? 1 : 0;
            expertRepeats += rule.IsSame(space, before, label) ? 1 : 0;
            held = isRepeat && rule.Contradicts(space, action, label) ? held + 1 : 0;
            longest = Math.Max(longest, held);
        }

        return new(Math.Max(0, stepCount - 1), repeats, expertRepeats, rule.IsLatched(longest, stepCount));
    }
}
