using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using ActorIL.Core.Mathematics.Lanes;

namespace ActorIL.Core.Mathematics.Kernels;

/// <summary>The natural logarithm of a double.</summary>
internal readonly struct DoubleLogarithm : IFunction<double>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Apply(double x) => DoubleNaturalLogarithm.Apply(new DoubleLane(x)).Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Apply(Vector256<double> x) =>
        DoubleNaturalLogarithm.Apply(new DoubleLanes256(x)).Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Apply(Vector512<double> x) =>
        DoubleNaturalLogarithm.Apply(new DoubleLanes512(x)).Value;
}
