using System.Runtime.CompilerServices;

namespace ActorIL.Numerics.Products;

/// <summary>Four vectors of neighbouring columns, which a tile keeps in registers.</summary>
internal struct VectorQuad<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    private TVector _first;
    private TVector _second;
    private TVector _third;
    private TVector _fourth;

    /// <summary>Floats in all four.</summary>
    public static nuint Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 4 * TLanes.Count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorQuad<TLanes, TVector> Load(ref readonly float source, nuint offset) =>
        new()
        {
            _first = TLanes.Load(in source, offset),
            _second = TLanes.Load(in source, offset + TLanes.Count),
            _third = TLanes.Load(in source, offset + (2 * TLanes.Count)),
            _fourth = TLanes.Load(in source, offset + (3 * TLanes.Count)),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(ref float target, nuint offset)
    {
        TLanes.Store(_first, ref target, offset);
        TLanes.Store(_second, ref target, offset + TLanes.Count);
        TLanes.Store(_third, ref target, offset + (2 * TLanes.Count));
        TLanes.Store(_fourth, ref target, offset + (3 * TLanes.Count));
    }

    /// <summary>Adds scale times the other, each element rounded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(float scale, in VectorQuad<TLanes, TVector> other)
    {
        var factor = TLanes.Broadcast(scale);
        _first = TLanes.MultiplyAdd(factor, other._first, _first);
        _second = TLanes.MultiplyAdd(factor, other._second, _second);
        _third = TLanes.MultiplyAdd(factor, other._third, _third);
        _fourth = TLanes.MultiplyAdd(factor, other._fourth, _fourth);
    }

    /// <summary>Multiplies by 1 - y², rounded once: the slope of tanh where its values are y.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void MultiplyBySlope(in VectorQuad<TLanes, TVector> tangents)
    {
        _first = TLanes.Multiply(Slope(tangents._first), _first);
        _second = TLanes.Multiply(Slope(tangents._second), _second);
        _third = TLanes.Multiply(Slope(tangents._third), _third);
        _fourth = TLanes.Multiply(Slope(tangents._fourth), _fourth);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Slope(TVector tangent) => TLanes.NegatedMultiplyAdd(tangent, tangent, TLanes.Broadcast(1f));
}
