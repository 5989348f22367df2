using System.Runtime.CompilerServices;

namespace ActorIL.Numerics.Products;

/// <summary>sums[i] += left[i] right[i], rounded once.</summary>
internal readonly ref struct ProductSums(ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> sums)
    : IElementKernel
{
    private readonly ReadOnlySpan<float> _left = left;
    private readonly ReadOnlySpan<float> _right = right;
    private readonly Span<float> _sums = sums;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply<TLanes, TVector>(nuint index)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        var left = ElementKernels.Load<TLanes, TVector>(_left, index);
        var right = ElementKernels.Load<TLanes, TVector>(_right, index);
        var sum = ElementKernels.Load<TLanes, TVector>(_sums, index);
        ElementKernels.Store<TLanes, TVector>(TLanes.MultiplyAdd(left, right, sum), _sums, index);
    }
}
