using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ActorIL.Core.Mathematics.Lanes;

namespace ActorIL.Core.Mathematics.Kernels;

/// <summary>
/// Applies a function to each element of a span: the widest vectors the machine has, then narrower ones, then single
/// elements. Since every width gives the same bits, where an element stands never shows.
/// </summary>
internal static class SpanMap
{
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap without being the same
    /// memory.</exception>
    public static void Apply<TFunction, T>(ReadOnlySpan<T> source, Span<T> destination)
        where TFunction : struct, IFunction<T>
        where T : unmanaged
    {
        RequireSameShape(source, destination);
        var done = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            done = ByVector512<TFunction, T>(source, destination);
        }

        if (Vector256.IsHardwareAccelerated)
        {
            done = ByVector256<TFunction, T>(source, destination, done);
        }

        for (var index = done; index < source.Length; index++)
        {
            destination[index] = TFunction.Apply(source[index]);
        }
    }

    /// <summary>Sine and cosine in one pass.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or spans overlap without being the same
    /// memory.</exception>
    public static void SinCos(ReadOnlySpan<double> angles, Span<double> sines, Span<double> cosines)
    {
        RequireSameShape(angles, sines);
        RequireSameShape(angles, cosines);
        if (sines.Overlaps(cosines))
        {
            throw new ArgumentException("The sines and the cosines share memory.");
        }

        var done =
            Vector512.IsHardwareAccelerated ? SineCosineBlocks.SinCos<DoubleLanes512>(angles, sines, cosines)
            : Vector256.IsHardwareAccelerated ? SineCosineBlocks.SinCos<DoubleLanes256>(angles, sines, cosines)
            : 0;
        if (Vector256.IsHardwareAccelerated && angles.Length - done >= Vector256<double>.Count)
        {
            DoubleTrigonometry.SinCos(Vector256.Create(angles[done..]), out var sine, out var cosine);
            sine.CopyTo(sines[done..]);
            cosine.CopyTo(cosines[done..]);
            done += Vector256<double>.Count;
        }

        for (var index = done; index < angles.Length; index++)
        {
            DoubleTrigonometry.SinCos(angles[index], out sines[index], out cosines[index]);
        }
    }

    internal static void RequireSameShape<T>(ReadOnlySpan<T> source, Span<T> destination)
    {
        if (source.Length != destination.Length)
        {
            throw new ArgumentException(
                $"The source has {source.Length} elements and the destination {destination.Length}; they must agree."
            );
        }

        if (source.Overlaps(destination, out var elementOffset) && elementOffset != 0)
        {
            throw new ArgumentException("The source and the destination overlap without being the same memory.");
        }
    }

    private static int ByVector512<TFunction, T>(ReadOnlySpan<T> source, Span<T> destination)
        where TFunction : struct, IFunction<T>
        where T : unmanaged
    {
        ref var from = ref MemoryMarshal.GetReference(source);
        ref var to = ref MemoryMarshal.GetReference(destination);
        var index = 0;
        for (; index <= source.Length - Vector512<T>.Count; index += Vector512<T>.Count)
        {
            TFunction.Apply(Vector512.LoadUnsafe(ref from, (nuint)index)).StoreUnsafe(ref to, (nuint)index);
        }

        return index;
    }

    private static int ByVector256<TFunction, T>(ReadOnlySpan<T> source, Span<T> destination, int start)
        where TFunction : struct, IFunction<T>
        where T : unmanaged
    {
        ref var from = ref MemoryMarshal.GetReference(source);
        ref var to = ref MemoryMarshal.GetReference(destination);
        var index = start;
        for (; index <= source.Length - Vector256<T>.Count; index += Vector256<T>.Count)
        {
            TFunction.Apply(Vector256.LoadUnsafe(ref from, (nuint)index)).StoreUnsafe(ref to, (nuint)index);
        }

        return index;
    }
}
