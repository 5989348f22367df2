using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ActorIL.Numerics.Products;

/// <summary>Runs an <see cref="IElementKernel"/>: eight elements at a time, then one by one.</summary>
internal static class ElementKernels
{
    /// <summary>Does it to the elements 0 to count - 1, in order.</summary>
    public static void Run<TKernel>(scoped in TKernel kernel, int count)
        where TKernel : struct, IElementKernel, allows ref struct
    {
        var whole = (nuint)count & ~(Lanes256.Count - 1);
        nuint index = 0;
        for (; index < whole; index += Lanes256.Count)
        {
            kernel.Apply<Lanes256, Vector256<float>>(index);
        }

        for (; index < (nuint)count; index++)
        {
            kernel.Apply<Lanes1, float>(index);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Load<TLanes, TVector>(ReadOnlySpan<float> source, nuint index)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct => TLanes.Load(in MemoryMarshal.GetReference(source), index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<TLanes, TVector>(TVector value, Span<float> target, nuint index)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct => TLanes.Store(value, ref MemoryMarshal.GetReference(target), index);
}
