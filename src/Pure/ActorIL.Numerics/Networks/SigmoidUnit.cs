using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using ActorIL.Core.Mathematics;

namespace ActorIL.Numerics.Networks;

/// <summary>SiLU: y = x s with s = sigmoid(x), and slope s + y (1 - s).</summary>
internal readonly struct SigmoidUnit : ISmoothFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Value(Vector256<float> x) => x * VectorElementary.Sigmoid(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Slope(Vector256<float> x)
    {
        var share = VectorElementary.Sigmoid(x);
        return Vector256.FusedMultiplyAdd(x * share, Vector256<float>.One - share, share);
    }
}
