using ActorIL.Core.Mathematics;

namespace ActorIL.Algorithms.Gail;

/// <summary>Rewards from the discriminator's logits.</summary>
/// <remarks>
/// Source: Ho and Ermon 2016, arXiv:1606.03476, algorithm 1, with the expert as class 1; Fu et al. 2018,
/// arXiv:1710.11248, for the logit; Kostrikov et al. 2019, arXiv:1809.02925, for what each form does to the length of
/// episodes.
/// </remarks>
public static class GailReward
{
    /// <summary>Rewards of a batch, without overflow at any logit.</summary>
    /// <param name="form">Which function of D.</param>
    /// <param name="constant">The reward of every step where the form is constant.</param>
    /// <param name="logits">f with D = σ(f), shape [n], in nats.</param>
    /// <param name="rewards">Written, shape [n].</param>
    /// <exception cref="ArgumentException">The shapes disagree.</exception>
    public static void Evaluate(RewardForm form, double constant, ReadOnlySpan<float> logits, Span<float> rewards)
    {
        if (rewards.Length != logits.Length)
        {
            throw new ArgumentException($"There are {logits.Length} logits and {rewards.Length} rewards.");
        }

        for (var i = 0; i < logits.Length; i++)
        {
            rewards[i] = form switch
            {
                RewardForm.LogD => -Elementary.Softplus(-logits[i]),
                RewardForm.MinusLogOneMinusD => Elementary.Softplus(logits[i]),
                RewardForm.Logit => logits[i],
                RewardForm.Constant => (float)constant,
            };
        }
    }
}
