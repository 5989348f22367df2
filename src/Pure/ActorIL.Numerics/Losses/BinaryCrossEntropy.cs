using ActorIL.Core.Mathematics;
using ActorIL.Numerics.Products;

namespace ActorIL.Numerics.Losses;

/// <summary>Logistic loss of logits against labels in [0, 1], the mean over the batch, with its gradient.</summary>
public static class BinaryCrossEntropy
{
    /// <summary>mean(softplus(l) - l y), which is -y log σ(l) - (1 - y) log(1 - σ(l)) without overflow.</summary>
    /// <param name="logits">l, shape [B], in nats.</param>
    /// <param name="labels">y, shape [B], each in [0, 1].</param>
    /// <param name="logitGradients">Written: (σ(l) - y) / B, shape [B].</param>
    /// <returns>The loss in nats; its sum is kept in double. NaN for an empty batch.</returns>
    /// <exception cref="ArgumentException">A length disagrees with its shape.</exception>
    public static float Evaluate(ReadOnlySpan<float> logits, ReadOnlySpan<float> labels, Span<float> logitGradients)
    {
        SpanShape.Require("labels", labels.Length, 1, logits.Length);
        SpanShape.Require("logit gradients", logitGradients.Length, 1, logits.Length);
        VectorElementary.Softplus(logits, logitGradients);
        var sum = 0.0;
        for (var i = 0; i < logits.Length; i++)
        {
            sum += logitGradients[i] - ((double)logits[i] * labels[i]);
        }

        VectorElementary.Sigmoid(logits, logitGradients);
        for (var i = 0; i < logits.Length; i++)
        {
            logitGradients[i] = (logitGradients[i] - labels[i]) / logits.Length;
        }

        return (float)(sum / logits.Length);
    }
}
