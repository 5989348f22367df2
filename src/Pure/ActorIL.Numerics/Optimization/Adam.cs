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
        nuint done = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            done = Run<Lanes512, Vector512<float>>(
                in constants,
                done,
                gradients,
                firstMoments,
                secondMoments,
                parameters
            );
        }

        if (Vector256.IsHardwareAccelerated)
        {
            done = Run<Lanes256, Vector256<float>>(
                in constants,
                done,
                gradients,
                firstMoments,
                secondMoments,
                parameters
            );
        }

        Run<Lanes1, float>(in constants, done, gradients, firstMoments, secondMoments, parameters);
    }

    // Goes on from an index for as long as whole vectors remain, and returns where it stopped.
    private static nuint Run<TLanes, TVector>(
        in AdamConstants constants,
        nuint index,
        ReadOnlySpan<float> gradients,
        Span<float> firstMoments,
        Span<float> secondMoments,
        Span<float> parameters
    )
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        ref readonly var gradient = ref MemoryMarshal.GetReference(gradients);
        ref var first = ref MemoryMarshal.GetReference(firstMoments);
        ref var second = ref MemoryMarshal.GetReference(secondMoments);
        ref var parameter = ref MemoryMarshal.GetReference(parameters);
        var scale = TLanes.Broadcast(constants.GradientScale);
        var (firstDecay, firstShare) = (TLanes.Broadcast(constants.FirstDecay), TLanes.Broadcast(constants.FirstShare));
        var (secondDecay, secondShare) = (
            TLanes.Broadcast(constants.SecondDecay),
            TLanes.Broadcast(constants.SecondShare)
        );
        var (stepSize, correction) = (
            TLanes.Broadcast(constants.StepSize),
            TLanes.Broadcast(constants.SecondCorrection)
        );
        var epsilon = TLanes.Broadcast(constants.Epsilon);
        for (; index + TLanes.Count <= (nuint)parameters.Length; index += TLanes.Count)
        {
            var g = TLanes.Multiply(TLanes.Load(in gradient, index), scale);
            var m = TLanes.MultiplyAdd(firstDecay, TLanes.Load(in first, index), TLanes.Multiply(g, firstShare));
            var square = TLanes.Multiply(TLanes.Multiply(g, secondShare), g);
            var v = TLanes.MultiplyAdd(secondDecay, TLanes.Load(in second, index), square);
            var divisor = TLanes.Add(TLanes.SquareRoot(TLanes.Multiply(v, correction)), epsilon);
            var step = TLanes.Divide(TLanes.Multiply(m, stepSize), divisor);
            TLanes.Store(m, ref first, index);
            TLanes.Store(v, ref second, index);
            TLanes.Store(TLanes.Subtract(TLanes.Load(in parameter, index), step), ref parameter, index);
        }

        return index;
    }
}
