using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ActorIL.Core.Mathematics.Kernels;

/// <summary>The cosine of a float.</summary>
internal readonly struct SingleCosine : IFunction<float>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Apply(float x)
    {
        SingleTrigonometry.SinCos(x, out _, out var cosine);
        return cosine;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Apply(Vector256<float> x)
    {
        SingleTrigonometry.SinCos(x, out _, out var cosine);
        return cosine;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Apply(Vector512<float> x)
    {
        SingleTrigonometry.SinCos(x, out _, out var cosine);
        return cosine;
    }
}
