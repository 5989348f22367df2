using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ActorIL.Numerics.Products;

namespace ActorIL.Numerics.Optimization;

/// <summary>The Adam optimiser over one flat parameter vector, in PyTorch's form.</summary>
public static class Adam
{
    /// <summary>One step: updates both moments and the parameters in place, in a single pass.</summary>
    /// <param name="settings">β₁, β₂ and ε.</param>
    /// <param name="learningRate">Step size, dimensionless, at least 0.</param>
    /// <param name="stepIndex">t, from 1: how many steps there have been with this one.</param>
    /// <param name="gradientScale">What gradients are multiplied by first: 1, or the clip factor.</param>
    /// <param name="gradients">g, shape [n].</param>
    /// <param name="firstMoments">m, shape [n], updated; 0 before the first step.</param>
    /// <param name="secondMoments">v, shape [n], updated; 0 before the first step.</param>
    /// <param name="parameters">θ, shape [n], updated.</param>
    /// <exception cref="ArgumentException">The lengths disagree.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="stepIndex"/> is below 1.</exception>
    /// <remarks>
    /// θ -= η m̂ / (√v̂ + ε), m̂ = m / (1 - β₁ᵗ), v̂ = v / (1 - β₂ᵗ). Source: Kingma and Ba 2015, arXiv:1412.6980,
    /// algorithm 1; torch.optim.Adam. The powers are products of doubles by repeated squaring, and the constants
    /// made of them are rounded to float once a step. Element by element, so the vector width never shows.
    /// </remarks>
    public static void Step(
        in AdamSettings settings,
        double learningRate,
        long stepIndex,
        float gradientScale,
        ReadOnlySpan<float> gradients,
        Span<float> firstMoments,
        Span<float> secondMoments,
        Span<float> parameters
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stepIndex, 1);
        SpanShape.Require("gradients", gradients.Length, 1, parameters.Length);
        SpanShape.Require("first moments", firstMoments.Length, 1, parameters.Length);
        SpanShape.Require("second moments", secondMoments.Length, 1, parameters.Length);
        var constants = new AdamConstants(in settings, learningRate, stepIndex, gradientScale);
        ref var gradient = ref MemoryMarshal.GetReference(gradients);
        ref var first = ref MemoryMarshal.GetReference(firstMoments);
        ref var second = ref MemoryMarshal.GetReference(secondMoments);
        ref var parameter = ref MemoryMarshal.GetReference(parameters);
        var whole = parameters.Length & ~7;
        for (nuint i = 0; i < (nuint)whole; i += 8)
        {
            var g = Vector256.LoadUnsafe(ref gradient, i) * constants.GradientScale;
            var m = Vector256.FusedMultiplyAdd(
                Vector256.Create(constants.FirstDecay),
                Vector256.LoadUnsafe(ref first, i),
                g * constants.FirstShare
            );
            var v = Vector256.FusedMultiplyAdd(
                Vector256.Create(constants.SecondDecay),
                Vector256.LoadUnsafe(ref second, i),
                g * constants.SecondShare * g
            );
            var divisor = Vector256.Sqrt(v * constants.SecondCorrection) + Vector256.Create(constants.Epsilon);
            var step = m * constants.StepSize / divisor;
            m.StoreUnsafe(ref first, i);
            v.StoreUnsafe(ref second, i);
            (Vector256.LoadUnsafe(ref parameter, i) - step).StoreUnsafe(ref parameter, i);
        }

        for (var i = whole; i < parameters.Length; i++)
        {
            var g = gradients[i] * constants.GradientScale;
            var m = MathF.FusedMultiplyAdd(constants.FirstDecay, firstMoments[i], g * constants.FirstShare);
            var v = MathF.FusedMultiplyAdd(constants.SecondDecay, secondMoments[i], g * constants.SecondShare * g);
            var divisor = MathF.Sqrt(v * constants.SecondCorrection) + constants.Epsilon;
            firstMoments[i] = m;
            secondMoments[i] = v;
            parameters[i] -= m * constants.StepSize / divisor;
        }
    }
}
