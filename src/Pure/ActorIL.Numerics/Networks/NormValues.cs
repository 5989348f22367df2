using System.Runtime.CompilerServices;
using ActorIL.Numerics.Products;

namespace ActorIL.Numerics.Networks;

/// <summary>One row of a layer norm: x̂ = (x - mean) factor, y = x̂ gain + offset.</summary>
internal readonly ref struct NormValues(float mean, float factor) : IElementKernel
{
    public required ReadOnlySpan<float> Input { get; init; }

    public required ReadOnlySpan<float> Gain { get; init; }

    public required ReadOnlySpan<float> Offset { get; init; }

    public required Span<float> Normalized { get; init; }

    public required Span<float> Output { get; init; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply<TLanes, TVector>(nuint index)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        var centred = TLanes.Subtract(ElementKernels.Load<TLanes, TVector>(Input, index), TLanes.Broadcast(mean));
        var normalized = TLanes.Multiply(centred, TLanes.Broadcast(factor));
        var gain = ElementKernels.Load<TLanes, TVector>(Gain, index);
        var offset = ElementKernels.Load<TLanes, TVector>(Offset, index);
        ElementKernels.Store<TLanes, TVector>(normalized, Normalized, index);
        ElementKernels.Store<TLanes, TVector>(TLanes.MultiplyAdd(normalized, gain, offset), Output, index);
    }
}
