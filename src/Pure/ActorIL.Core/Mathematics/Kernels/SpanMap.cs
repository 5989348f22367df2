using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ActorIL.Core.Mathematics.Kernels;

/// <summary>Applies a function to each element of a span at the widest width the machine has.</summary>
internal static class SpanMap
{
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap without being the same memory.</exception>
    public static void Apply<TFunction, T>(ReadOnlySpan<T> source, Span<T> destination)
        where TFunction : struct, IFunction<T>
        where T : unmanaged
    {
        RequireSameShape(source, destination);
        if (Vector512.IsHardwareAccelerated)
        {
            ByVector512<TFunction, T>(source, destination);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            ByVector256<TFunction, T>(source, destination);
        }
        else
        {
            for (var index = 0; index < source.Length; index++)
            {
                destination[index] = TFunction.Apply(source[index]);
            }
        }
    }

    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap without being the same memory.</exception>
    public static void RequireSameShape<T>(ReadOnlySpan<T> source, Span<T> destination)
    {
        if (source.Length != destination.Length)
        {
            throw new ArgumentException(
                $"The source has {source.Length} elements and the destination {destination.Length}; they must agree.");
        }

        if (source.Overlaps(destination, out var elementOffset) && elementOffset != 0)
        {
            throw new ArgumentException("The source and the destination overlap without being the same memory.");
        }
    }

    private static void ByVector512<TFunction, T>(ReadOnlySpan<T> source, Span<T> destination)
        where TFunction : struct, IFunction<T>
        where T : unmanaged
    {
        var whole = source.Length - (source.Length % Vector512<T>.Count);
        ref var from = ref MemoryMarshal.GetReference(source);
        ref var to = ref MemoryMarshal.GetReference(destination);
        for (var index = 0; index < whole; index += Vector512<T>.Count)
        {
            TFunction.Apply(Vector512.LoadUnsafe(ref from, (nuint)index)).StoreUnsafe(ref to, (nuint)index);
        }

        if (whole < source.Length)
        {
            Span<T> padded = stackalloc T[Vector512<T>.Count];
            source[whole..].CopyTo(padded);
            TFunction.Apply(Vector512.Create<T>(padded)).CopyTo(padded);
            padded[..(source.Length - whole)].CopyTo(destination[whole..]);
        }
    }

    private static void ByVector256<TFunction, T>(ReadOnlySpan<T> source, Span<T> destination)
        where TFunction : struct, IFunction<T>
        where T : unmanaged
    {
        var whole = source.Length - (source.Length % Vector256<T>.Count);
        ref var from = ref MemoryMarshal.GetReference(source);
        ref var to = ref MemoryMarshal.GetReference(destination);
        for (var index = 0; index < whole; index += Vector256<T>.Count)
        {
            TFunction.Apply(Vector256.LoadUnsafe(ref from, (nuint)index)).StoreUnsafe(ref to, (nuint)index);
        }

        if (whole < source.Length)
        {
            Span<T> padded = stackalloc T[Vector256<T>.Count];
            source[whole..].CopyTo(padded);
            TFunction.Apply(Vector256.Create<T>(padded)).CopyTo(padded);
            padded[..(source.Length - whole)].CopyTo(destination[whole..]);
        }
    }
}
