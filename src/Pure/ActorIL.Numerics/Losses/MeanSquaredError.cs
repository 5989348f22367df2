using ActorIL.Numerics.Products;

namespace ActorIL.Numerics.Losses;

/// <summary>Mean squared error over all elements, with its gradient.</summary>
public static class MeanSquaredError
{
    /// <summary>mean((y - t)²) over every element, not only over the batch.</summary>
    /// <param name="outputs">y, shape [n].</param>
    /// <param name="targets">t, shape [n], in the same unit.</param>
    /// <param name="outputGradients">Written: 2 (y - t) / n, shape [n].</param>
    /// <returns>The loss in the unit's square; its sum is kept in double. NaN for no elements.</returns>
    /// <exception cref="ArgumentException">A length disagrees with its shape.</exception>
    public static float Evaluate(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets, Span<float> outputGradients)
    {
        SpanShape.Require("targets", targets.Length, 1, outputs.Length);
        SpanShape.Require("output gradients", outputGradients.Length, 1, outputs.Length);
        var factor = 2f / outputs.Length;
        var sum = 0.0;
        for (var i = 0; i < outputs.Length; i++)
        {
            var difference = outputs[i] - targets[i];
            sum += difference * difference;
            outputGradients[i] = factor * difference;
        }

        return (float)(sum / outputs.Length);
    }
}
