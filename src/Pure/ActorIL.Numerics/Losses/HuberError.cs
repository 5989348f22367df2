using ActorIL.Numerics.Products;

namespace ActorIL.Numerics.Losses;

/// <summary>Squared error that grows linearly beyond a threshold, with its gradient.</summary>
public static class HuberError
{
    /// <summary>mean(e² where |e| ≤ δ, else δ (2 |e| - δ)), e = y - t, over every element.</summary>
    /// <param name="outputs">y, shape [n].</param>
    /// <param name="targets">t, shape [n], in the same unit.</param>
    /// <param name="threshold">δ, above 0, in that unit; infinity gives <see cref="MeanSquaredError"/>.</param>
    /// <param name="outputGradients">Written: 2 clamp(e, -δ, δ) / n, shape [n].</param>
    /// <returns>The loss in the unit's square; its sum is kept in double. NaN for no elements.</returns>
    /// <exception cref="ArgumentException">A length disagrees with its shape.</exception>
    /// <remarks>Source: Huber 1964, doi:10.1214/aoms/1177703732, whose function is half of this.</remarks>
    public static float Evaluate(
        ReadOnlySpan<float> outputs,
        ReadOnlySpan<float> targets,
        float threshold,
        Span<float> outputGradients
    )
    {
        SpanShape.Require("targets", targets.Length, 1, outputs.Length);
        SpanShape.Require("output gradients", outputGradients.Length, 1, outputs.Length);
        var factor = 2f / outputs.Length;
        var sum = 0.0;
        for (var i = 0; i < outputs.Length; i++)
        {
            var difference = outputs[i] - targets[i];
            var size = float.Abs(difference);
            sum += size > threshold ? threshold * ((2 * size) - threshold) : difference * difference;
            outputGradients[i] = factor * float.Clamp(difference, -threshold, threshold);
        }

        return (float)(sum / outputs.Length);
    }
}
