using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using ActorIL.Core.Mathematics;

namespace ActorIL.Numerics.Networks;

/// <summary>GELU: x Φ(x), with slope Φ(x) + x φ(x).</summary>
internal readonly struct GaussianUnit : ISmoothFunction
{
    private const float RootHalf = 0.70710678f;

    /// <summary>1/√(2π).</summary>
    private const float DensityAtZero = 0.39894228f;

    // h + h erf(x/√2) with h = x/2, rounded once, so that the far negative side is 0 and not noise.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Value(Vector256<float> x)
    {
        var half = x * 0.5f;
        return Vector256.FusedMultiplyAdd(half, VectorElementary.Erf(x * RootHalf), half);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Slope(Vector256<float> x)
    {
        var half = Vector256.Create(0.5f);
        var share = Vector256.FusedMultiplyAdd(half, VectorElementary.Erf(x * RootHalf), half);
        var density = VectorElementary.Exp(x * -0.5f * x) * DensityAtZero;
        return Vector256.FusedMultiplyAdd(x, density, share);
    }
}
