using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using ActorIL.Core.Mathematics.Lanes;

namespace ActorIL.Core.Mathematics.Kernels;

/// <summary>A float kernel at its three widths.</summary>
internal readonly struct Lanewise<TKernel> : IFunction<float>
    where TKernel : struct, ISingleKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Apply(float x) => TKernel.Apply(new SingleLane(x)).Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Apply(Vector256<float> x) => TKernel.Apply(new SingleLanes256(x)).Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Apply(Vector512<float> x) => TKernel.Apply(new SingleLanes512(x)).Value;
}
