using System.Runtime.CompilerServices;

namespace ActorIL.Core.Mathematics.Lanes;

/// <summary>
/// Horner's scheme, one fused step at a time, so that the order of every polynomial is visible in the text.
/// </summary>
internal static class Polynomial
{
    /// <summary>sum · x + coefficient, rounded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Horner<TLane>(this TLane sum, TLane x, float coefficient)
        where TLane : struct, ILane<TLane, float, int> =>
        TLane.FusedMultiplyAdd(sum, x, TLane.Broadcast(coefficient));

    /// <summary>sum · x + coefficient, rounded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Horner<TLane>(this TLane sum, TLane x, double coefficient)
        where TLane : struct, ILane<TLane, double, long> =>
        TLane.FusedMultiplyAdd(sum, x, TLane.Broadcast(coefficient));
}
