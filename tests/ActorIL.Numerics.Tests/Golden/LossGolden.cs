using ActorIL.Numerics.Losses;

namespace ActorIL.Numerics.Tests.Golden;

/// <summary>cross-entropy and bce-logits: loss and gradient.</summary>
internal static class LossGolden
{
    public static void CheckCrossEntropy(GoldenFile file)
    {
        var (logits, labels, categoryCount) = (file.Array("logits"), file.Indices("labels"), file.Shape("logits")[1]);
        var workspace = new float[CrossEntropy.WorkspaceLength(labels.Length, categoryCount)];
        var gradients = new float[logits.Length];
        file.HoldsNumber("loss", CrossEntropy.Evaluate(categoryCount, logits, labels, workspace, gradients));
        file.HoldsArray("grad_logits", gradients);

        // The same labels as distributions.
        var distributions = new float[logits.Length];
        for (var row = 0; row < labels.Length; row++)
        {
            distributions[(row * categoryCount) + labels[row]] = 1f;
        }

        file.HoldsNumber("loss", CrossEntropy.Evaluate(categoryCount, logits, distributions, workspace, gradients));
        file.HoldsArray("grad_logits", gradients);
    }

    public static void CheckBinaryCrossEntropy(GoldenFile file)
    {
        var logits = file.Array("logits");
        var gradients = new float[logits.Length];
        file.HoldsNumber("loss", BinaryCrossEntropy.Evaluate(logits, file.Array("labels"), gradients));
        file.HoldsArray("grad_logits", gradients);
    }
}
