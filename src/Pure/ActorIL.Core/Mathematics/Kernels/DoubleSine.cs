using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ActorIL.Core.Mathematics.Kernels;

/// <summary>The sine of a double.</summary>
internal readonly struct DoubleSine : IFunction<double>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Apply(double x)
    {
        DoubleTrigonometry.SinCos(x, out var sine, out _);
        return sine;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Apply(Vector256<double> x)
    {
        DoubleTrigonometry.SinCos(x, out var sine, out _);
        return sine;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Apply(Vector512<double> x)
    {
        DoubleTrigonometry.SinCos(x, out var sine, out _);
        return sine;
    }
}
