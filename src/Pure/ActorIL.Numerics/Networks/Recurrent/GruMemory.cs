using System.Runtime.CompilerServices;
using ActorIL.Numerics.Products;

namespace ActorIL.Numerics.Networks.Recurrent;

/// <summary>h' = n + z (h - n), the difference rounded first.</summary>
internal readonly ref struct GruMemory : IElementKernel
{
    /// <summary>r, z, n.</summary>
    public required ReadOnlySpan<float> Gates { get; init; }

    public required ReadOnlySpan<float> Old { get; init; }

    public required Span<float> New { get; init; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply<TLanes, TVector>(nuint index)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        var count = (nuint)New.Length;
        var keep = ElementKernels.Load<TLanes, TVector>(Gates, index + count);
        var candidate = ElementKernels.Load<TLanes, TVector>(Gates, index + (2 * count));
        var difference = TLanes.Subtract(ElementKernels.Load<TLanes, TVector>(Old, index), candidate);
        ElementKernels.Store<TLanes, TVector>(TLanes.MultiplyAdd(keep, difference, candidate), New, index);
    }
}
