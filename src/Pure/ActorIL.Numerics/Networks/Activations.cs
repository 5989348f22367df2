using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ActorIL.Core.Mathematics;
using ActorIL.Numerics.Products;

namespace ActorIL.Numerics.Networks;

/// <summary>The element-wise steps of a network and their gradients.</summary>
internal static class Activations
{
    /// <summary>Whether the gradient follows from the step's input, not from its output.</summary>
    public static bool NeedsInput(NetworkStepKind kind) => kind is NetworkStepKind.Gelu or NetworkStepKind.Silu;

    /// <summary>Applies the function; output may be input.</summary>
    /// <param name="kind">Tanh, Relu, Gelu or Silu.</param>
    /// <param name="input">Shape [n].</param>
    /// <param name="output">Written, shape [n].</param>
    public static void Apply(NetworkStepKind kind, ReadOnlySpan<float> input, Span<float> output)
    {
        if (kind == NetworkStepKind.Tanh)
        {
            VectorElementary.Tanh(input, output);
        }
        else if (kind == NetworkStepKind.Relu)
        {
            Rectify(input, input, output);
        }
        else if (kind == NetworkStepKind.Gelu)
        {
            SmoothActivation.Apply<GaussianUnit>(input, output);
        }
        else
        {
            SmoothActivation.Apply<SigmoidUnit>(input, output);
        }
    }

    /// <summary>The gradient by the input from the gradient by the output; both may be the same memory.</summary>
    /// <param name="kind">Tanh, Relu, Gelu or Silu.</param>
    /// <param name="input">What the step took, shape [n]; read where <see cref="NeedsInput"/> says so.</param>
    /// <param name="output">What the step gave, shape [n]; read elsewhere.</param>
    /// <param name="outputGradient">Shape [n].</param>
    /// <param name="inputGradient">Written, shape [n].</param>
    public static void Gradient(
        NetworkStepKind kind,
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> output,
        ReadOnlySpan<float> outputGradient,
        Span<float> inputGradient
    )
    {
        if (kind == NetworkStepKind.Tanh)
        {
            TanhGradient(output, outputGradient, inputGradient);
        }
        else if (kind == NetworkStepKind.Relu)
        {
            Rectify(output, outputGradient, inputGradient);
        }
        else if (kind == NetworkStepKind.Gelu)
        {
            SmoothActivation.Gradient<GaussianUnit>(input, outputGradient, inputGradient);
        }
        else
        {
            SmoothActivation.Gradient<SigmoidUnit>(input, outputGradient, inputGradient);
        }
    }

    // (1 - y²) g, the bracket rounded once.
    private static void TanhGradient(ReadOnlySpan<float> output, ReadOnlySpan<float> gradient, Span<float> target)
    {
        nuint done = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            done = TanhGradient<Lanes512, Vector512<float>>(output, gradient, target, done);
        }

        if (Vector256.IsHardwareAccelerated)
        {
            done = TanhGradient<Lanes256, Vector256<float>>(output, gradient, target, done);
        }

        TanhGradient<Lanes1, float>(output, gradient, target, done);
    }

    private static nuint TanhGradient<TLanes, TVector>(
        ReadOnlySpan<float> output,
        ReadOnlySpan<float> gradient,
        Span<float> target,
        nuint index
    )
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        ref readonly var y = ref MemoryMarshal.GetReference(output);
        ref readonly var g = ref MemoryMarshal.GetReference(gradient);
        ref var t = ref MemoryMarshal.GetReference(target);
        var one = TLanes.Broadcast(1f);
        for (; index + TLanes.Count <= (nuint)target.Length; index += TLanes.Count)
        {
            var value = TLanes.Load(in y, index);
            var slope = TLanes.NegatedMultiplyAdd(value, value, one);
            TLanes.Store(TLanes.Multiply(slope, TLanes.Load(in g, index)), ref t, index);
        }

        return index;
    }

    // A value where the test is above 0, else 0; a NaN in the test lets the value through, so that it is not hidden.
    private static void Rectify(ReadOnlySpan<float> test, ReadOnlySpan<float> value, Span<float> target)
    {
        ref var t = ref MemoryMarshal.GetReference(test);
        ref var v = ref MemoryMarshal.GetReference(value);
        ref var result = ref MemoryMarshal.GetReference(target);
        nuint i = 0;
        for (; Vector512.IsHardwareAccelerated && i + 16 <= (nuint)target.Length; i += 16)
        {
            var off = Vector512.LessThanOrEqual(Vector512.LoadUnsafe(ref t, i), Vector512<float>.Zero);
            Vector512.AndNot(Vector512.LoadUnsafe(ref v, i), off).StoreUnsafe(ref result, i);
        }

        for (; i + 8 <= (nuint)target.Length; i += 8)
        {
            var off = Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref t, i), Vector256<float>.Zero);
            Vector256.AndNot(Vector256.LoadUnsafe(ref v, i), off).StoreUnsafe(ref result, i);
        }

        for (var rest = (int)i; rest < target.Length; rest++)
        {
            target[rest] = test[rest] <= 0f ? 0f : value[rest];
        }
    }
}
