using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ActorIL.Core.Mathematics.Kernels;

/// <summary>The cosine of a double.</summary>
internal readonly struct DoubleCosine : IFunction<double>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Apply(double x)
    {
        DoubleTrigonometry.SinCos(x, out _, out var cosine);
        return cosine;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Apply(Vector256<double> x)
    {
        DoubleTrigonometry.SinCos(x, out _, out var cosine);
        return cosine;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Apply(Vector512<double> x)
    {
        DoubleTrigonometry.SinCos(x, out _, out var cosine);
        return cosine;
    }
}
