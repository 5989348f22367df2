using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ActorIL.Numerics.Networks;

/// <summary>Applies an <see cref="ISmoothFunction"/> and its slope to spans, eight elements at a time.</summary>
/// <remarks>
/// The last few elements are computed as a vector that is filled up, so that no element shows its place.
/// </remarks>
internal static class SmoothActivation
{
    private const int LaneCount = 8;

    /// <summary>Writes the function's values.</summary>
    /// <param name="input">Shape [n].</param>
    /// <param name="output">Written, shape [n].</param>
    public static void Apply<TFunction>(ReadOnlySpan<float> input, Span<float> output)
        where TFunction : struct, ISmoothFunction
    {
        ref var x = ref MemoryMarshal.GetReference(input);
        ref var y = ref MemoryMarshal.GetReference(output);
        var whole = input.Length & -LaneCount;
        for (nuint i = 0; i < (nuint)whole; i += LaneCount)
        {
            TFunction.Value(Vector256.LoadUnsafe(ref x, i)).StoreUnsafe(ref y, i);
        }

        if (whole < input.Length)
        {
            Span<float> rest = stackalloc float[LaneCount];
            rest.Clear();
            input[whole..].CopyTo(rest);
            TFunction.Value(Vector256.Create<float>(rest)).CopyTo(rest);
            rest[..(input.Length - whole)].CopyTo(output[whole..]);
        }
    }

    /// <summary>The gradient by the input: the slope there times the gradient by the output.</summary>
    /// <param name="input">Shape [n].</param>
    /// <param name="outputGradient">Shape [n].</param>
    /// <param name="inputGradient">Written, shape [n]; may be the output gradient.</param>
    public static void Gradient<TFunction>(
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> outputGradient,
        Span<float> inputGradient
    )
        where TFunction : struct, ISmoothFunction
    {
        ref var x = ref MemoryMarshal.GetReference(input);
        ref var g = ref MemoryMarshal.GetReference(outputGradient);
        ref var t = ref MemoryMarshal.GetReference(inputGradient);
        var whole = input.Length & -LaneCount;
        for (nuint i = 0; i < (nuint)whole; i += LaneCount)
        {
            var slope = TFunction.Slope(Vector256.LoadUnsafe(ref x, i));
            (slope * Vector256.LoadUnsafe(ref g, i)).StoreUnsafe(ref t, i);
        }

        if (whole < input.Length)
        {
            Span<float> rest = stackalloc float[LaneCount];
            rest.Clear();
            input[whole..].CopyTo(rest);
            TFunction.Slope(Vector256.Create<float>(rest)).CopyTo(rest);
            for (var i = whole; i < input.Length; i++)
            {
                inputGradient[i] = rest[i - whole] * outputGradient[i];
            }
        }
    }
}
