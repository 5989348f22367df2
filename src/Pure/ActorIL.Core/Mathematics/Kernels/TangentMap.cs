using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ActorIL.Core.Mathematics.Lanes;

namespace ActorIL.Core.Mathematics.Kernels;

/// <summary><see cref="HyperbolicTangent"/> of each element of a span, with its constants kept in registers.</summary>
internal static class TangentMap
{
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap without being the same
    /// memory.</exception>
    public static void Apply(ReadOnlySpan<float> source, Span<float> destination)
    {
        SpanMap.RequireSameShape(source, destination);
        var done = Vector512.IsHardwareAccelerated ? ByVectorPairs(source, destination) : 0;
        done = Vector256.IsHardwareAccelerated ? ByVector256(source, destination, done) : done;
        for (var index = done; index < source.Length; index++)
        {
            destination[index] = Elementary.Tanh(source[index]);
        }
    }

    // Two vectors a round: a constant that is used once would be loaded where it is used, and the loads would take
    // longer than the arithmetic.
    private static int ByVectorPairs(ReadOnlySpan<float> source, Span<float> destination)
    {
        ref var from = ref MemoryMarshal.GetReference(source);
        ref var to = ref MemoryMarshal.GetReference(destination);
        var constants = TangentConstants<SingleLanes512>.Create();
        var index = 0;
        for (; index <= source.Length - (2 * Vector512<float>.Count); index += 2 * Vector512<float>.Count)
        {
            var (lower, upper) = ((nuint)index, (nuint)(index + Vector512<float>.Count));
            var first = HyperbolicTangent.Apply(
                new SingleLanes512(Vector512.LoadUnsafe(ref from, lower)),
                in constants
            );
            var second = HyperbolicTangent.Apply(
                new SingleLanes512(Vector512.LoadUnsafe(ref from, upper)),
                in constants
            );
            first.Value.StoreUnsafe(ref to, lower);
            second.Value.StoreUnsafe(ref to, upper);
        }

        return index;
    }

    private static int ByVector256(ReadOnlySpan<float> source, Span<float> destination, int start)
    {
        ref var from = ref MemoryMarshal.GetReference(source);
        ref var to = ref MemoryMarshal.GetReference(destination);
        var index = start;
        for (; index <= source.Length - Vector256<float>.Count; index += Vector256<float>.Count)
        {
            VectorElementary.Tanh(Vector256.LoadUnsafe(ref from, (nuint)index)).StoreUnsafe(ref to, (nuint)index);
        }

        return index;
    }
}
