using ActorIL.Core.Experience;

namespace ActorIL.Algorithms.Dagger;

/// <summary>
/// The loss DAgger's guarantee is about: how much a student disagrees with its expert on states it visits itself.
/// </summary>
public static class DaggerLoss
{
    /// <summary>
    /// Mean disagreement: the share of different indices for discrete actions, else the mean squared difference.
    /// </summary>
    /// <param name="actions">What the student did or would do, shape [n, action size].</param>
    /// <param name="labels">The expert's mode, shape [n, action size].</param>
    /// <param name="discrete">Whether actions are indices.</param>
    /// <returns>In [0, 1], or the action's unit squared; 0 for no rows.</returns>
    /// <exception cref="ArgumentException">The lengths disagree.</exception>
    /// <remarks>Source: Ross, Gordon and Bagnell 2011, arXiv:1011.0686, the surrogate loss of section 2.</remarks>
    public static double Disagreement(ReadOnlySpan<float> actions, ReadOnlySpan<float> labels, bool discrete)
    {
        Shape.Require("labels", labels.Length, actions.Length, 1);
        var sum = 0.0;
        for (var i = 0; i < actions.Length; i++)
        {
            double difference = actions[i] - labels[i];
            sum += discrete ? (difference == 0 ? 0 : 1) : difference * difference;
        }

        return actions.Length == 0 ? 0 : sum / actions.Length;
    }
}
