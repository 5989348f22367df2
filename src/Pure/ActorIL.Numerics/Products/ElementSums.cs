using System.Runtime.CompilerServices;

namespace ActorIL.Numerics.Products;

/// <summary>sums[i] += values[i].</summary>
internal readonly ref struct ElementSums(ReadOnlySpan<float> values, Span<float> sums) : IElementKernel
{
    private readonly ReadOnlySpan<float> _values = values;
    private readonly Span<float> _sums = sums;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Apply<TLanes, TVector>(nuint index)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        var sum = ElementKernels.Load<TLanes, TVector>(_sums, index);
        var value = ElementKernels.Load<TLanes, TVector>(_values, index);
        ElementKernels.Store<TLanes, TVector>(TLanes.Add(sum, value), _sums, index);
    }
}
