using System.Runtime.CompilerServices;

namespace ActorIL.Numerics.Products;

/// <summary>result[i] = left[i] right[i].</summary>
internal readonly ref struct ElementProducts(ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> result)
    : IElementKernel
{
    private readonly ReadOnlySpan<float> _left = left;
    private readonly ReadOnlySpan<float> _right = right;
    private readonly Span<float> _result = result;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply<TLanes, TVector>(nuint index)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        var left = ElementKernels.Load<TLanes, TVector>(_left, index);
        var right = ElementKernels.Load<TLanes, TVector>(_right, index);
        ElementKernels.Store<TLanes, TVector>(TLanes.Multiply(left, right), _result, index);
    }
}
