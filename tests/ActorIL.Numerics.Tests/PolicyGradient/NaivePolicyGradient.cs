using ActorIL.Core.Mathematics;
using ActorIL.Numerics.PolicyGradient;

namespace ActorIL.Numerics.Tests.PolicyGradient;

/// <summary>The naive twins of the losses of PPO: one sample after the other.</summary>
internal static class NaivePolicyGradient
{
    public static (SurrogateResult Result, float[] Gradient) Surrogate(
        float[] logProbabilities,
        float[] oldLogProbabilities,
        float[] advantages,
        float clip
    )
    {
        var count = logProbabilities.Length;
        var gradient = new float[count];
        var (loss, divergence, clippedCount) = (0.0, 0.0, 0);
        for (var i = 0; i < count; i++)
        {
            var logRatio = logProbabilities[i] - oldLogProbabilities[i];
            var ratio = Elementary.Exp(logRatio);
            var plain = -advantages[i] * ratio;
            var clipped = -advantages[i] * float.Clamp(ratio, 1f - clip, 1f + clip);
            loss += plain >= clipped ? plain : clipped;
            divergence += ratio - 1f - logRatio;
            clippedCount += float.Abs(ratio - 1f) > clip ? 1 : 0;
            gradient[i] = plain >= clipped ? plain / count : 0f;
        }

        return (new((float)(loss / count), (float)(divergence / count), (float)clippedCount / count), gradient);
    }

    public static (float Loss, float[] Gradient) ClippedValue(
        float[] values,
        float[] oldValues,
        float[] returns,
        float clip,
        float scale
    )
    {
        var gradient = new float[values.Length];
        var sum = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            var move = values[i] - oldValues[i];
            var error = values[i] - returns[i];
            var clippedError = oldValues[i] + float.Clamp(move, -clip, clip) - returns[i];
            var plain = float.Abs(move) <= clip || error * error >= clippedError * clippedError;
            var larger = plain ? error : clippedError;
            sum += larger * larger;
            gradient[i] = plain ? scale / values.Length * error : 0f;
        }

        return ((float)(0.5 * sum / values.Length), gradient);
    }
}
