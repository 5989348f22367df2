using ActorIL.Numerics.Advantages;
using ActorIL.Numerics.Heads;
using ActorIL.Numerics.PolicyGradient;

namespace ActorIL.Numerics.Tests.Golden;

/// <summary>
/// ppo-categorical and ppo-gaussian: every part of PPO's loss, and its gradients by what the networks give.
/// </summary>
internal static class PpoGolden
{
    private const float EntropyCoefficient = 0.01f;
    private const float ValueCoefficient = 0.5f;

    public static void CheckCategorical(GoldenFile file)
    {
        var (logits, actions, categoryCount) = (file.Array("logits"), file.Indices("actions"), file.Shape("logits")[1]);
        var count = actions.Length;
        var (logs, probabilities, entropies) = (new float[logits.Length], new float[logits.Length], new float[count]);
        CategoricalHead.Evaluate(categoryCount, logits, logs, probabilities, entropies);
        file.HoldsArray("entropy", entropies);

        var logProbabilities = new float[count];
        CategoricalHead.Select(categoryCount, logs, actions, logProbabilities);
        var gradients = CheckLoss(file, logProbabilities, entropies.Average());

        var logitGradients = new float[logits.Length];
        CategoricalHead.Gradient(
            categoryCount,
            logs,
            probabilities,
            entropies,
            actions,
            gradients,
            -EntropyCoefficient / count,
            logitGradients
        );
        file.HoldsArray("grad_logits", logitGradients);
    }

    public static void CheckGaussian(GoldenFile file)
    {
        var (means, logStd, actions) = (file.Array("mean"), file.Array("log_std"), file.Array("actions"));
        var count = file.Shape("mean")[0];
        var logProbabilities = new float[count];
        GaussianHead.LogProbability(means, logStd, actions, logProbabilities);
        var entropy = GaussianHead.Entropy(logStd);
        file.HoldsArray("entropy", [.. Enumerable.Repeat(entropy, count)]);
        var gradients = CheckLoss(file, logProbabilities, entropy);

        var (meanGradients, logStdGradients) = (new float[means.Length], new float[logStd.Length]);
        GaussianHead.Gradient(
            means,
            logStd,
            actions,
            gradients,
            -EntropyCoefficient / count,
            meanGradients,
            logStdGradients
        );
        file.HoldsArray("grad_mean", meanGradients);
        file.HoldsArray("grad_log_std", logStdGradients);
    }

    // Returns the gradient by the log-probabilities.
    private static float[] CheckLoss(GoldenFile file, float[] logProbabilities, float meanEntropy)
    {
        file.HoldsArray("logp", logProbabilities);
        var clip = file.Number("clip");
        var advantages = file.Array("advantages");
        AdvantageNormalization.Normalize(advantages, advantages);
        var gradients = new float[logProbabilities.Length];
        var surrogate = ClippedSurrogate.Evaluate(
            logProbabilities,
            file.Array("old_logp"),
            advantages,
            clip,
            gradients
        );
        file.HoldsNumber("policy_loss", surrogate.Loss);
        file.HoldsNumber("approx_kl", surrogate.ApproximateKl);
        file.HoldsNumber("clip_fraction", surrogate.ClipFraction);

        var valueGradients = new float[logProbabilities.Length];
        var valueLoss = ValueLoss.Clipped(
            file.Array("values"),
            file.Array("old_values"),
            file.Array("returns"),
            clip,
            ValueCoefficient,
            valueGradients
        );
        file.HoldsNumber("value_loss", valueLoss);
        file.HoldsArray("grad_values", valueGradients);
        file.HoldsNumber(
            "total_loss",
            surrogate.Loss - (EntropyCoefficient * meanEntropy) + (ValueCoefficient * valueLoss)
        );
        return gradients;
    }
}
