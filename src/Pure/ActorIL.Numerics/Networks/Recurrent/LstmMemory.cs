using System.Runtime.CompilerServices;
using ActorIL.Numerics.Products;

namespace ActorIL.Numerics.Networks.Recurrent;

/// <summary>c' = f c + i g, the product i g rounded first.</summary>
internal readonly ref struct LstmMemory : IElementKernel
{
    /// <summary>i, f, g, o.</summary>
    public required ReadOnlySpan<float> Gates { get; init; }

    public required ReadOnlySpan<float> Old { get; init; }

    public required Span<float> New { get; init; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply<TLanes, TVector>(nuint index)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        var count = (nuint)New.Length;
        var entry = ElementKernels.Load<TLanes, TVector>(Gates, index);
        var keep = ElementKernels.Load<TLanes, TVector>(Gates, index + count);
        var candidate = ElementKernels.Load<TLanes, TVector>(Gates, index + (2 * count));
        var old = ElementKernels.Load<TLanes, TVector>(Old, index);
        var added = TLanes.Multiply(entry, candidate);
        ElementKernels.Store<TLanes, TVector>(TLanes.MultiplyAdd(keep, old, added), New, index);
    }
}
