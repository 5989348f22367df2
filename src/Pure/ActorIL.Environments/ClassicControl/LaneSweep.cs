using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using ActorIL.Core.Mathematics.Lanes;

namespace ActorIL.Environments.ClassicControl;

/// <summary>
/// Runs a kernel over n states: the widest vectors the machine has, then narrower ones, then single states. Every
/// width gives the same bits, so where a state stands never shows.
/// </summary>
internal static class LaneSweep
{
    public static void Run<TKernel>(in TKernel kernel, int count)
        where TKernel : struct, ILaneKernel
    {
        var done = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            done = Run<TKernel, DoubleLanes512>(kernel, done, count);
        }

        if (Vector256.IsHardwareAccelerated)
        {
            done = Run<TKernel, DoubleLanes256>(kernel, done, count);
        }

        Run<TKernel, DoubleLane>(kernel, done, count);
    }

    /// <summary>Steps whole lanes from <paramref name="start"/> on.</summary>
    /// <returns>The first state that is left.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Run<TKernel, TLane>(in TKernel kernel, int start, int count)
        where TKernel : struct, ILaneKernel
        where TLane : struct, ILane<TLane, double, long>
    {
        var index = start;
        for (; index <= count - TLane.Count; index += TLane.Count)
        {
            kernel.Step<TLane>(index);
        }

        return index;
    }
}
