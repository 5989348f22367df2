using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ActorIL.Core.Mathematics.Kernels;

/// <summary>The sine of a float.</summary>
internal readonly struct SingleSine : IFunction<float>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Apply(float x)
    {
        SingleTrigonometry.SinCos(x, out var sine, out _);
        return sine;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Apply(Vector256<float> x)
    {
        SingleTrigonometry.SinCos(x, out var sine, out _);
        return sine;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Apply(Vector512<float> x)
    {
        SingleTrigonometry.SinCos(x, out var sine, out _);
        return sine;
    }
}
