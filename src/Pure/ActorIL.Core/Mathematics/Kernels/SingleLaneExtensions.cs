using System.Runtime.CompilerServices;
using ActorIL.Core.Mathematics.Lanes;

namespace ActorIL.Core.Mathematics.Kernels;

/// <summary>Operations on float lanes that several kernels share.</summary>
internal static class SingleLaneExtensions
{
    private const int SignBit = int.MinValue;
    private const int CanonicalNaN = 0x7FC00000;

    extension<TLane>(TLane x)
        where TLane : struct, ILane<TLane, float, int>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Magnitude() => x & TLane.BroadcastBits(~SignBit);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Sign() => x & TLane.BroadcastBits(SignBit);

        /// <summary>The smaller of this and a positive <paramref name="limit"/>; a NaN gives either.</summary>
        /// <remarks>
        /// Integers order bit patterns as the numbers are ordered, wherever one of the two is positive.
        /// </remarks>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane AtMost(float limit) => TLane.MinBits(x, TLane.Broadcast(limit));

        /// <summary>The larger of this and <paramref name="limit"/>; a NaN stays NaN.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane AtLeast(float limit) =>
            TLane.SelectLess(x, TLane.Broadcast(limit), TLane.Broadcast(limit), x);

        /// <summary><paramref name="result"/> where this is a number, else the one canonical NaN.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane NumberOrNaN(TLane result) =>
            TLane.SelectEqual(x, x, result, TLane.BroadcastBits(CanonicalNaN));
    }
}
