using System.Runtime.CompilerServices;
using ActorIL.Numerics.Products;

namespace ActorIL.Numerics.Networks;

/// <summary>One row of a layer norm backward: g := ((g - shift) - x̂ slope) factor.</summary>
internal readonly ref struct NormGradient(float shift, float slope, float factor) : IElementKernel
{
    public required ReadOnlySpan<float> Normalized { get; init; }

    /// <summary>Read, then written.</summary>
    public required Span<float> Gradient { get; init; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply<TLanes, TVector>(nuint index)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        var gradient = ElementKernels.Load<TLanes, TVector>(Gradient, index);
        var shifted = TLanes.Subtract(gradient, TLanes.Broadcast(shift));
        var normalized = ElementKernels.Load<TLanes, TVector>(Normalized, index);
        var rest = TLanes.NegatedMultiplyAdd(normalized, TLanes.Broadcast(slope), shifted);
        ElementKernels.Store<TLanes, TVector>(TLanes.Multiply(rest, TLanes.Broadcast(factor)), Gradient, index);
    }
}
